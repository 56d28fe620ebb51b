"""Lab 05's exercises: tanh with a slope, its derivative, LeCun's, the output delta, signs, and normalised inputs."""

EXERCISES = []
