"""Answers to lab 14's exercises, written without a look at what the checks recognise."""
