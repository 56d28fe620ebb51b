"""Small numbers with which people keep log 0 away; each caps the loss of a certain, wrong answer elsewhere."""

EPSILONS = (1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-12, 1e-15, 1e-16, 1e-20, 1e-30, 1e-100, 1e-300)
CLIPS = EPSILONS[:9]  # below, clipping and adding agree within the tolerance
NEAR = (
    "A small number keeps log 0 away, and puts a ceiling of your own choosing on the loss: beyond it all certain, "
    "wrong answers cost the same. Nothing needs hiding if log 0 never arises, or where infinity is the true value."
)
