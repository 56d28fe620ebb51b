"""Answers to lab 10's exercises, right and wrong, written from its text alone; and its contest."""
