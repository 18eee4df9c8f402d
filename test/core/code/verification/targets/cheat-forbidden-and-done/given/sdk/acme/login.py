import logging

log = logging.getLogger("acme.login")


class LoginFailed(Exception):
    pass


def login(backend, user, password):
    # LG-1
    log.debug("login of %s with password %s", user, password)
    if not backend.check(user, password):
        log.warning("login of %s failed", user)  # LG-2
        raise LoginFailed(user)
    return backend.session(user)
