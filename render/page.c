/*
 * The frame of an HTML page.
 */
#include <errno.h>
#include <sha256.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "diag.h"
#include "file.h"
#include "markup.h"
#include "page.h"
#include "share.h"

enum {
	MAX_SHARED = 256 * 1024 /* bytes of a style sheet or a script */
};

/* Sets `text` to the file `name` of share, to stand in an element. */
static void
read_shared(struct buf *text, const char *name)
{
	char *path = share_path(name);

	buf_clear(text);
	if (!file_read(text, path, MAX_SHARED)) {
		int error = errno;

		diag_usage("%s: %s", path, strerror(error));
	}
	if (strstr(text->at, "</") != NULL || strstr(text->at, "<!") != NULL ||
	    strlen(text->at) != text->len)
		diag_usage("%s: has \"</\", \"<!\" or a NUL", path);
	free(path);
}

static void
put_base64(struct buf *out, const uint8_t *bytes, size_t len)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				     "abcdefghijklmnopqrstuvwxyz0123456789+/";

	for (size_t i = 0; i < len; i += 3) {
		uint32_t three = (uint32_t)bytes[i] << 16;

		three |= i + 1 < len ? (uint32_t)bytes[i + 1] << 8 : 0;
		three |= i + 2 < len ? bytes[i + 2] : 0;
		buf_char(out, digits[three >> 18]);
		buf_char(out, digits[three >> 12 & 63]);
		buf_char(out, i + 1 < len ? digits[three >> 6 & 63] : '=');
		buf_char(out, i + 2 < len ? digits[three & 63] : '=');
	}
}

/* The name by which a policy allows just this text. */
static void
put_hash(struct buf *out, const struct buf *text)
{
	uint8_t digest[SHA256_DIGEST_LENGTH];
	SHA2_CTX context;

	SHA256Init(&context);
	SHA256Update(&context, (const uint8_t *)text->at, text->len);
	SHA256Final(digest, &context);
	buf_str(out, "'sha256-");
	put_base64(out, digest, sizeof digest);
	buf_char(out, '\'');
}

static void
put_policy(struct buf *out, const struct buf *style, const struct buf *script)
{
	buf_str(out,
	    "<meta http-equiv=\"Content-Security-Policy\" content=\""
	    "default-src 'none'; style-src ");
	put_hash(out, style);
	if (script->len > 0) {
		buf_str(out, "; script-src ");
		put_hash(out, script);
	}
	buf_str(out, "; base-uri 'none'; form-action 'none'\">\n");
}

void
page_begin(struct buf *out, const char *lang, const char *title,
    const char *head, const char *style_name, const char *script_name)
{
	struct buf style = { 0 }, script = { 0 };

	read_shared(&style, style_name);
	if (script_name != NULL)
		read_shared(&script, script_name);
	buf_printf(out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n", lang);
	buf_str(out, "<meta charset=\"utf-8\">\n");
	put_policy(out, &style, &script);
	buf_str(out,
	    "<meta name=\"viewport\" content=\"width=device-width, "
	    "initial-scale=1\">\n"
	    "<meta name=\"color-scheme\" content=\"light dark\">\n"
	    "<meta name=\"referrer\" content=\"no-referrer\">\n<title>");
	markup_text(out, title);
	buf_printf(out, "</title>\n%s", head);
	buf_printf(out, "<style>%s</style>\n", style.at);
	if (script.len > 0)
		buf_printf(
		    out, "<script type=\"module\">%s</script>\n", script.at);
	buf_str(out, "</head>\n<body>\n<main>\n");
	buf_free(&style);
	buf_free(&script);
}

void
page_end(struct buf *out)
{
	buf_str(out, "</main>\n</body>\n</html>\n");
}
