"""Eligibility rules: facts in, decision out.

Plain typed Python over dated parameters. No Rasa, no clock, no I/O besides the parameter file, read once. Facts are
three-valued: yes, no, not known. Nobody gets a guess.
"""
