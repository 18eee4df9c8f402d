"""Invitations."""
from datetime import timedelta

from .errors import Code, InviteError

MAX_AGE = timedelta(days=3)


class Invites:
    def __init__(self, clock):
        self.clock = clock
        self.pending = {}

    def invite(self, token, email):
        self.pending[token] = (email.lower(), self.clock())  # FR-003

    def accept(self, token):
        """FR-001"""
        email, sent_at = self.pending[token]
        if self.clock() - sent_at > MAX_AGE:
            raise InviteError(Code.EXPIRED)
        return email

    def withdraw(self, token, is_admin):
        """FR-002"""
        if not is_admin:
            raise InviteError(Code.FORBIDDEN)
        del self.pending[token]
