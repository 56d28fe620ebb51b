"""Answers to lab 09's exercises, right and wrong, written from its text alone; and its six patients."""
