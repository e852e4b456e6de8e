/* SPDX-License-Identifier: Apache-2.0 */
/* One lock for all: the work is short, and done once in a run. */
#include "rule/once.h"

#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

bool
cl_once_begin(ClOnce *once)
{
    if (atomic_load_explicit(&once->done, memory_order_acquire))
        return false;
    pthread_mutex_lock(&lock);
    if (!atomic_load_explicit(&once->done, memory_order_relaxed))
        return true;
    pthread_mutex_unlock(&lock);
    return false;
}

void
cl_once_end(ClOnce *once)
{
    atomic_store_explicit(&once->done, true, memory_order_release);
    pthread_mutex_unlock(&lock);
}
