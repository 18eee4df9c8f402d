package client

import "net/http"

const maxRetries = 3

// Doer sends one request.
type Doer interface {
	Do(*http.Request) (*http.Response, error)
}

// Client retries requests (RT1, RT2).
type Client struct {
	doer Doer
}

func New(doer Doer) *Client { return &Client{doer: doer} }

func (c *Client) Send(req *http.Request) (*http.Response, error) {
	var (
		res *http.Response
		err error
	)
	for attempt := 0; attempt <= maxRetries; attempt++ {
		res, err = c.doer.Do(req)
		if err == nil && res.StatusCode < 400 {
			return res, nil
		}
	}
	return res, err
}
