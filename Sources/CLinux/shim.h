#include <sys/types.h>

/* sync_file_range(2), which <fcntl.h> declares only where the extensions of GNU are asked for. */
int sync_file_range(int descriptor, __off64_t offset, __off64_t count, unsigned int flags);

/* Begin to put what was written on the medium, and do not wait. */
static const unsigned int sync_file_range_write = 2;
