"""Answers to lab 03's exercises, written without a look at them, and its proof on networks."""
