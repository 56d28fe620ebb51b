"""Answers to lab 05's exercises, written without a look at them, and tests of the units that it compares."""
