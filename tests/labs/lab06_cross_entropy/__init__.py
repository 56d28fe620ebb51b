"""Answers to lab 06's exercises, written without a look at them."""
