"""Relay client, reference implementation."""
