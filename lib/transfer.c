/*
 * One question over curl.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "diag.h"
#include "transfer.h"

#ifndef VERSION
#define VERSION "unreleased"
#endif

enum {
	CONNECT_MS = 15 * 1000,
	TOTAL_MS = 180 * 1000,
	MIN_SILENT_S = 5, /* without a byte; then the transfer has failed */
	MAX_SILENT_S = 60,
	MIN_THOUGHT_S = 1,
	MAX_REDIRECTS = 5,
	MAX_BODY = 64 * 1024 * 1024, /* bytes, after decoding */
	MAX_HEADERS = 256 * 1024
};

static const char too_large[] = "the answer is larger than 64 MiB";

static void
check(CURLcode code)
{
	if (code != CURLE_OK)
		diag_die("libcurl: %s", curl_easy_strerror(code));
}

static size_t
take_body(char *bytes, size_t size, size_t count, void *data)
{
	struct transfer *transfer = data;
	struct buf *body = &transfer->reply->body;

	if (body->len + size * count > MAX_BODY) {
		transfer->refusal = too_large;
		return CURL_WRITEFUNC_ERROR;
	}
	buf_add(body, bytes, size * count);
	return size * count;
}

/*
 * Each answer of a chain of redirects begins with its own status line; a blank
 * line ends the headers and is none.
 */
static size_t
take_header(char *bytes, size_t size, size_t count, void *data)
{
	struct transfer *transfer = data;
	struct buf *headers = &transfer->reply->headers;

	if (size * count > 5 && strncmp(bytes, "HTTP/", 5) == 0)
		buf_clear(headers);
	else if (headers->len + size * count > MAX_HEADERS)
		transfer->refusal = "the headers are larger than 256 KiB";
	else if (*bytes != '\r' && *bytes != '\n')
		buf_add(headers, bytes, size * count);
	return transfer->refusal == NULL ? size * count : 0;
}

static void
add_header(struct transfer *transfer, const char *line)
{
	struct curl_slist *longer = curl_slist_append(transfer->headers, line);

	if (longer == NULL)
		diag_die("out of memory");
	transfer->headers = longer;
}

static void
add_headers(struct transfer *transfer, const struct http_manners *manners,
    const char *etag)
{
	struct buf line = { 0 };

	for (size_t i = 0;
	     manners->headers != NULL && manners->headers[i] != NULL; i++)
		add_header(transfer, manners->headers[i]);
	if (*etag != '\0') {
		buf_printf(&line, "If-None-Match: %s", etag);
		add_header(transfer, line.at);
	}
	if (manners->token != NULL &&
	    http_same_origin(transfer->reply->url, manners->base)) {
		buf_clear(&line);
		buf_printf(&line, "Authorization: Bearer %s", manners->token);
		add_header(transfer, line.at);
		explicit_bzero(line.at, line.len);
	}
	buf_free(&line);
}

/* The name by which the service knows us, and whom to write to. */
static void
set_agent(CURL *easy)
{
	const char *contact = getenv("DAIR_CONTACT");
	struct buf agent = { 0 };

	buf_str(&agent, "dair/" VERSION);
	if (contact != NULL && *contact != '\0' &&
	    strpbrk(contact, "\r\n") == NULL)
		buf_printf(&agent, " (%s)", contact);
	check(curl_easy_setopt(easy, CURLOPT_USERAGENT, agent.at));
	buf_free(&agent);
}

/* Whom to trust, where the user says so; curl(1) has the same variables. */
static void
set_authorities(CURL *easy)
{
	const char *file = getenv("CURL_CA_BUNDLE");

	if (file == NULL || *file == '\0')
		file = getenv("SSL_CERT_FILE");
	if (file != NULL && *file != '\0')
		check(curl_easy_setopt(easy, CURLOPT_CAINFO, file));
}

/*
 * No other protocols, also on the way; curl itself drops the Authorization
 * header on a redirect to another host or port.
 */
static void
set_limits(CURL *easy, const char *url)
{
	bool secure = strncasecmp(url, "https:", 6) == 0;

	check(curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https"));
	check(curl_easy_setopt(easy, CURLOPT_REDIR_PROTOCOLS_STR,
	    secure ? "https" : "http,https"));
	check(curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 1L));
	check(curl_easy_setopt(easy, CURLOPT_MAXREDIRS, (long)MAX_REDIRECTS));
	check(curl_easy_setopt(
	    easy, CURLOPT_CONNECTTIMEOUT_MS, (long)CONNECT_MS));
	check(curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, (long)TOTAL_MS));
	check(curl_easy_setopt(easy, CURLOPT_LOW_SPEED_LIMIT, 1L));
	check(curl_easy_setopt(
	    easy, CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)MAX_BODY));
}

void
transfer_post(struct transfer *transfer, const struct buf *body)
{
	CURL *easy = transfer->easy;

	add_header(transfer, "Content-Type: application/json");
	add_header(transfer, "Expect:");
	check(curl_easy_setopt(easy, CURLOPT_HTTPHEADER, transfer->headers));
	check(curl_easy_setopt(easy, CURLOPT_POSTFIELDS, body->at));
	check(curl_easy_setopt(
	    easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)body->len));
	check(curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L));
}

void
transfer_bear_thought(struct transfer *transfer, double seconds)
{
	double most = fmax(seconds, MIN_THOUGHT_S);

	check(curl_easy_setopt(
	    transfer->easy, CURLOPT_TIMEOUT_MS, (long)(most * 1000)));
	check(curl_easy_setopt(transfer->easy, CURLOPT_LOW_SPEED_LIMIT, 0L));
}

void
transfer_bear_silence(struct transfer *transfer, double seconds)
{
	double most = fmax(MIN_SILENT_S, fmin(seconds, MAX_SILENT_S));

	check(curl_easy_setopt(
	    transfer->easy, CURLOPT_LOW_SPEED_TIME, (long)most));
}

void
transfer_open(struct transfer *transfer, struct http_reply *reply,
    const struct http_manners *manners, const char *etag, void *data)
{
	CURL *easy = curl_easy_init();

	if (easy == NULL)
		diag_die("libcurl cannot be used");
	*transfer = (struct transfer) { .easy = easy, .reply = reply };
	buf_clear(&reply->headers);
	buf_clear(&reply->body);
	add_headers(transfer, manners, etag);
	set_limits(easy, reply->url);
	set_agent(easy);
	set_authorities(easy);
	check(curl_easy_setopt(easy, CURLOPT_URL, reply->url));
	check(curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L));
	check(curl_easy_setopt(easy, CURLOPT_PIPEWAIT,
	    strncasecmp(reply->url, "https:", 6) == 0 ? 1L : 0L));
	check(curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, ""));
	check(curl_easy_setopt(easy, CURLOPT_HTTPHEADER, transfer->headers));
	check(curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, transfer->error));
	check(curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take_body));
	check(curl_easy_setopt(easy, CURLOPT_WRITEDATA, transfer));
	check(curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, take_header));
	check(curl_easy_setopt(easy, CURLOPT_HEADERDATA, transfer));
	check(curl_easy_setopt(easy, CURLOPT_PRIVATE, data));
}

/* Faults of the way to the service, which the next try may not meet. */
static bool
is_fleeting(CURLcode result)
{
	static const CURLcode fleeting[] = { CURLE_COULDNT_RESOLVE_PROXY,
		CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT, CURLE_HTTP2,
		CURLE_PARTIAL_FILE, CURLE_OPERATION_TIMEDOUT,
		CURLE_SSL_CONNECT_ERROR, CURLE_GOT_NOTHING, CURLE_SEND_ERROR,
		CURLE_RECV_ERROR, CURLE_HTTP2_STREAM,
		CURLE_WEIRD_SERVER_REPLY };

	for (size_t i = 0; i < sizeof fleeting / sizeof *fleeting; i++)
		if (fleeting[i] == result)
			return true;
	return false;
}

/* In place of an answer came the rest of an earlier one, or the like. */
static bool
is_no_answer(const struct transfer *transfer, CURLcode result)
{
	return result == CURLE_UNSUPPORTED_PROTOCOL &&
	    transfer->reply->headers.len == 0;
}

static const char *
reason_of(const struct transfer *transfer, CURLcode result)
{
	if (result == CURLE_FILESIZE_EXCEEDED)
		return too_large;
	if (transfer->refusal != NULL)
		return transfer->refusal;
	return *transfer->error != '\0' ? transfer->error
					: curl_easy_strerror(result);
}

/* Where redirects led, as a header of the answer, so that it is kept with it. */
static void
note_location(const struct transfer *transfer)
{
	struct buf *headers = &transfer->reply->headers;
	long redirects = 0;
	char *url = NULL;

	curl_easy_getinfo(transfer->easy, CURLINFO_REDIRECT_COUNT, &redirects);
	curl_easy_getinfo(transfer->easy, CURLINFO_EFFECTIVE_URL, &url);
	if (redirects > 0 && url != NULL)
		buf_printf(headers, "Content-Location: %s\r\n", url);
}

void
transfer_ended(struct transfer *transfer, CURLcode result)
{
	struct http_reply *reply = transfer->reply;

	reply->status = 0;
	if (result == CURLE_OK)
		curl_easy_getinfo(
		    transfer->easy, CURLINFO_RESPONSE_CODE, &reply->status);
	http_judge(reply);
	if (result != CURLE_OK) {
		reply->error = reason_of(transfer, result);
		buf_free(&reply->body);
		buf_clear(&reply->body);
	}
	reply->fleeting = is_fleeting(result) || is_no_answer(transfer, result);
	note_location(transfer);
	http_read_date(reply);
}

void
transfer_close(struct transfer *transfer)
{
	curl_easy_cleanup(transfer->easy);
	curl_slist_free_all(transfer->headers);
	transfer->easy = NULL;
	transfer->headers = NULL;
}
