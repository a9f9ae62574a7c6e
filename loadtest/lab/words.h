/* What the command line and the control socket say about a line. */
#ifndef WORDS_H
#define WORDS_H

#include "way.h"

enum { UP, DOWN, WAYS };

enum kind { RATE, OUTAGE, BLACKOUT };

/* A change of the line. Of a way that it leaves alone the value is negative. */
struct order {
    struct order *next;
    int64_t at;
    enum kind kind;
    double values[WAYS]; /* kbit/s, or seconds */
};

/* RATE_KBIT:DELAY_MS:JITTER_MS:LOSS_PCT:QUEUE[:GE_P:GE_R]; false if it is not. */
bool read_quality(const char *text, struct quality *quality);

/* --rate T:UP:DOWN, --outage T:SECONDS[:WAY] or --blackout T:SECONDS[:WAY]; false if it is not. */
bool read_order(const char *option, const char *text, struct order *order);

/* Puts a copy that is done at its time after begin behind all that are done earlier. */
void add_order(struct order **orders, const struct order *order, int64_t begin);

/* At its time, or as soon after it as the ways have not passed yet. */
void do_order(const struct order *order, struct way ways[WAYS]);

#endif
