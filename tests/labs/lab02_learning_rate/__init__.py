"""Answers to lab 02's exercises, written without a look at them."""
