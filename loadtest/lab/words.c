#include "words.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { LARGEST_PACKET_BYTES = 1500 };

static const double MILLISECOND = 1e6;
static const double UNTOUCHED = -1;

static bool skip(const char **text, const char *word) {
    size_t length = strlen(word);
    bool is_there = strncmp(*text, word, length) == 0;
    *text += is_there ? length : 0;
    return is_there;
}

static bool read_number(const char **text, double *number) {
    char *end;
    *number = strtod(*text, &end);
    bool is_number = end != *text && isfinite(*number) && *number >= 0;
    *text = end;
    return is_number;
}

static bool read_next(const char **text, double *number) {
    return skip(text, ":") && read_number(text, number);
}

static bool read_percent(const char **text, double *chance) {
    bool is_percent = read_next(text, chance) && *chance <= 100;
    *chance /= 100;
    return is_percent;
}

/* In bytes, or with "ms" behind it as the time that they take at the rate. */
static bool read_queue(const char **text, struct quality *quality) {
    double bytes;
    if (!read_next(text, &bytes)) {
        return false;
    }
    if (skip(text, "ms")) {
        if (quality->bits_per_second == 0) {
            return false;
        }
        bytes *= quality->bits_per_second / 8 / 1000;
    }
    quality->queue_bytes = bytes > LARGEST_PACKET_BYTES ? (int64_t) bytes : LARGEST_PACKET_BYTES;
    return true;
}

bool read_quality(const char *text, struct quality *quality) {
    double kbit, delay, jitter;
    *quality = (struct quality) {.burst_ends = 1};
    if (!read_number(&text, &kbit) || !read_next(&text, &delay) || !read_next(&text, &jitter) || jitter > delay) {
        return false;
    }
    quality->bits_per_second = kbit * 1000;
    quality->delay = (int64_t) (delay * MILLISECOND);
    quality->jitter = (int64_t) (jitter * MILLISECOND);
    if (!read_percent(&text, &quality->loss) || !read_queue(&text, quality)) {
        return false;
    }
    if (*text == '\0') {
        return true;
    }
    return read_percent(&text, &quality->burst_begins) && read_percent(&text, &quality->burst_ends) && *text == '\0';
}

static bool read_rates(const char **text, double rates[WAYS]) {
    for (int way = UP; way <= DOWN; way++) {
        if (skip(text, ":-")) {
            rates[way] = UNTOUCHED;
        } else if (!read_next(text, &rates[way])) {
            return false;
        }
    }
    return true;
}

static bool read_pause(const char **text, double seconds[WAYS]) {
    double length;
    if (!read_next(text, &length)) {
        return false;
    }
    bool is_up = skip(text, ":up");
    bool is_down = !is_up && skip(text, ":down");
    if (!is_up && !is_down) {
        skip(text, ":both");
    }
    seconds[UP] = is_down ? UNTOUCHED : length;
    seconds[DOWN] = is_up ? UNTOUCHED : length;
    return true;
}

bool read_order(const char *option, const char *text, struct order *order) {
    double begin;
    if (!read_number(&text, &begin)) {
        return false;
    }
    order->at = (int64_t) (begin * SECOND);
    if (strcmp(option, "--rate") == 0) {
        order->kind = RATE;
        return read_rates(&text, order->values) && *text == '\0';
    }
    order->kind = strcmp(option, "--outage") == 0 ? OUTAGE : BLACKOUT;
    bool is_known = order->kind == OUTAGE || strcmp(option, "--blackout") == 0;
    return is_known && read_pause(&text, order->values) && *text == '\0';
}

void add_order(struct order **orders, const struct order *order, int64_t begin) {
    struct order *copy = malloc(sizeof *copy);
    if (!copy) {
        abort();
    }
    *copy = *order;
    copy->at += begin;
    while (*orders && (*orders)->at <= copy->at) {
        orders = &(*orders)->next;
    }
    copy->next = *orders;
    *orders = copy;
}

static void do_to(struct way *way, enum kind kind, double value, int64_t at) {
    int64_t now = at > way->since ? at : way->since;
    switch (kind) {
    case RATE:
        way_set_rate(way, value * 1000, now);
        break;
    case OUTAGE:
        way_hold(way, now + (int64_t) (value * SECOND), now);
        break;
    case BLACKOUT:
        way_darken(way, now + (int64_t) (value * SECOND), now);
        break;
    }
}

void do_order(const struct order *order, struct way ways[WAYS]) {
    for (int way = UP; way <= DOWN; way++) {
        if (order->values[way] >= 0) {
            do_to(&ways[way], order->kind, order->values[way], order->at);
        }
    }
}
