#include "way.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { WARM_UP = 16 };

static int64_t later(int64_t one, int64_t other) {
    return one > other ? one : other;
}

static void put(struct packets *packets, struct packet *packet) {
    packet->next = NULL;
    if (packets->first) {
        packets->last->next = packet;
    } else {
        packets->first = packet;
    }
    packets->last = packet;
}

static struct packet *take(struct packets *packets) {
    struct packet *packet = packets->first;
    packets->first = packet->next;
    return packet;
}

static void count(struct amount *amount, int size) {
    amount->packets++;
    amount->bytes += size;
}

/* Even from 0 to 1, by xorshift64*: the same for the same seed. */
static double roll(struct way *way) {
    way->dice ^= way->dice >> 12;
    way->dice ^= way->dice << 25;
    way->dice ^= way->dice >> 27;
    return (double) ((way->dice * 0x2545F4914F6CDD1DULL) >> 11) / (double) (1ULL << 53);
}

void way_begin(struct way *way, const struct quality *quality, uint64_t seed) {
    *way = (struct way) {.quality = *quality, .dice = (seed + 1) * 0x9E3779B97F4A7C15ULL};
    for (int i = 0; i < WARM_UP; i++) {
        roll(way);
    }
}

/* When the first in the queue is on the line as a whole. */
static int64_t sent_at(const struct way *way) {
    double rate = way->quality.bits_per_second;
    int64_t begin = later(way->since, way->held_until);
    return rate > 0 ? begin + llround(way->bits_left * SECOND / rate) : begin;
}

static void begin_first(struct way *way, int64_t at) {
    if (way->queue.first) {
        way->bits_left = way->queue.first->size * 8.0;
        way->since = at;
    }
}

/* Three rolls for every packet, whatever comes of them: another loss does not change the jitter of what follows. */
static bool is_lost(struct way *way, int64_t at) {
    const struct quality *quality = &way->quality;
    bool alone = roll(way) < quality->loss;
    double turn = roll(way);
    way->in_burst = way->in_burst ? turn >= quality->burst_ends : turn < quality->burst_begins;
    if (at < way->dark_until) {
        way->lost_in_dark++;
    } else if (way->in_burst) {
        way->lost_in_burst++;
    } else if (alone) {
        way->lost_alone++;
    } else {
        return false;
    }
    return true;
}

static void send_first(struct way *way) {
    int64_t at = sent_at(way);
    struct packet *packet = take(&way->queue);
    way->queued_bytes -= packet->size;
    count(&way->carried, packet->size);
    bool lost = is_lost(way, at);
    double jitter = (2 * roll(way) - 1) * way->quality.jitter;
    if (lost) {
        free(packet);
    } else {
        packet->arrives_at = later(at + way->quality.delay + llround(jitter), way->last_arrival);
        way->last_arrival = packet->arrives_at;
        put(&way->air, packet);
    }
    begin_first(way, at);
}

void way_advance(struct way *way, int64_t now) {
    while (way->queue.first && sent_at(way) <= now) {
        send_first(way);
    }
    if (way->queue.first) {
        int64_t worked = now - later(way->since, way->held_until);
        way->bits_left -= worked > 0 ? worked * way->quality.bits_per_second / SECOND : 0;
    }
    way->since = now;
}

void way_offer(struct way *way, const unsigned char *bytes, int size, int64_t now) {
    way_advance(way, now);
    count(&way->offered, size);
    if (size > way->largest_packet) {
        way->largest_packet = size;
    }
    struct packet *packet = NULL;
    if (way->queued_bytes + size <= way->quality.queue_bytes) {
        packet = malloc(sizeof *packet + size);
    }
    if (!packet) {
        way->dropped_full++;
        return;
    }
    packet->size = size;
    memcpy(packet->bytes, bytes, size);
    bool is_first = !way->queue.first;
    put(&way->queue, packet);
    way->queued_bytes += size;
    way->most_queued_bytes = later(way->most_queued_bytes, way->queued_bytes);
    if (is_first) {
        begin_first(way, now);
    }
}

struct packet *way_arrived(struct way *way, int64_t now) {
    if (!way->air.first || way->air.first->arrives_at > now) {
        return NULL;
    }
    count(&way->arrived, way->air.first->size);
    return take(&way->air);
}

int64_t way_next(const struct way *way) {
    if (way->air.first) {
        return way->air.first->arrives_at;
    }
    return way->queue.first ? sent_at(way) : NEVER;
}

void way_set_rate(struct way *way, double bits_per_second, int64_t now) {
    way_advance(way, now);
    way->quality.bits_per_second = bits_per_second;
}

void way_hold(struct way *way, int64_t until, int64_t now) {
    way_advance(way, now);
    way->held_until = later(way->held_until, until);
}

void way_darken(struct way *way, int64_t until, int64_t now) {
    way_advance(way, now);
    way->dark_until = later(way->dark_until, until);
}

uint64_t way_carried_bytes(const struct way *way) {
    double begun = way->queue.first ? way->queue.first->size - way->bits_left / 8 : 0;
    return way->carried.bytes + (uint64_t) begun;
}
