"""Answers to lab 04's exercises, written without a look at them, and tests of what its checks see in drawn weights."""
