"""Answers to lab 01's exercises, written without a look at them; published numbers, and the sheet of paper."""
