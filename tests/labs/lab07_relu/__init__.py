"""Answers to lab 07's exercises, written without a look at them, and slips whose hints have to be true."""
