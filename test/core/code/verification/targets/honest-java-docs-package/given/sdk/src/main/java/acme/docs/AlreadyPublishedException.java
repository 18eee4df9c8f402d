package acme.docs;

public class AlreadyPublishedException extends RuntimeException {
}
