"""Providers keep their own entries true: what they may change, how it reads beside what stands, and who decides."""
