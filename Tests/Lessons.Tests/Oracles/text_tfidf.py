"""Four texts as a matrix, mode tfidf, and one sigmoid unit on it: a cell is (1 + log c) * log(1 + N / (1 + df)) where c > 0; N texts, df of them with the word."""

from math import log

from text_classifier import train

train(lambda c, n, texts, df: (1.0 + log(c)) * log(1.0 + texts / (1.0 + df)) if c else 0.0)
