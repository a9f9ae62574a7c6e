/* One way of a line. Packets wait for their turn in a bounded queue, go onto the line one after the other at its rate,
 * and arrive after its delay, in order. What goes onto the line and is lost there has used its time on it.
 *
 * Pure: time is an argument, in nanoseconds of the monotonic clock, and never goes back. Exact however late it is asked,
 * so a busy machine does not make the line poorer.
 */
#ifndef WAY_H
#define WAY_H

#include <stdbool.h>
#include <stdint.h>

#define SECOND 1000000000LL
#define NEVER INT64_MAX

/* What a way is like. Chances are from 0 to 1, and for each packet. */
struct quality {
    double bits_per_second; /* of IP packets; 0: no limit */
    int64_t delay;
    int64_t jitter;         /* the delay is even between this much less and this much more */
    double loss;            /* of single packets */
    double burst_begins;    /* then everything is lost */
    double burst_ends;
    int64_t queue_bytes;    /* with the packet that is being sent */
};

struct packet {
    struct packet *next;
    int64_t arrives_at;
    int size;
    unsigned char bytes[];
};

struct packets {
    struct packet *first, *last;
};

struct amount {
    uint64_t packets, bytes;
};

struct way {
    struct quality quality;
    struct packets queue, air;
    int64_t queued_bytes;
    double bits_left;       /* of the first in the queue, */
    int64_t since;          /* at this time */
    int64_t held_until;     /* nothing goes onto the line before */
    int64_t dark_until;     /* what goes onto the line before is lost */
    int64_t last_arrival;
    bool in_burst;
    uint64_t dice;
    struct amount offered, carried, arrived;
    uint64_t dropped_full, lost_alone, lost_in_burst, lost_in_dark;
    int64_t most_queued_bytes;
    int largest_packet;
};

void way_begin(struct way *way, const struct quality *quality, uint64_t seed);

/* Offers a packet; it is copied, or dropped if the queue has no room. */
void way_offer(struct way *way, const unsigned char *bytes, int size, int64_t now);

/* Brings everything up to now. Nothing else does: call it first when time has passed. */
void way_advance(struct way *way, int64_t now);

/* The next packet that has arrived, or NULL; it is the caller's to free. */
struct packet *way_arrived(struct way *way, int64_t now);

/* When something arrives next, or NEVER; if this is not known yet, when to ask again. */
int64_t way_next(const struct way *way);

/* From now on; of the packet that is being sent this concerns the rest. */
void way_set_rate(struct way *way, double bits_per_second, int64_t now);
void way_hold(struct way *way, int64_t until, int64_t now);
void way_darken(struct way *way, int64_t until, int64_t now);

/* With the part of a packet that is on the line by now. */
uint64_t way_carried_bytes(const struct way *way);

#endif
