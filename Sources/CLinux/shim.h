#include <sys/types.h>

/* sync_file_range(2), which <fcntl.h> declares only where the extensions of GNU are asked for. */
int sync_file_range(int descriptor, __off64_t offset, __off64_t count, unsigned int flags);

/* Begin to put what was written on the medium, and do not wait. */
static const unsigned int sync_file_range_write = 2;

/* renameat2(2), which <stdio.h> declares only there too. */
int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned int flags);

/* Rename only where the new name is free. */
static const unsigned int rename_noreplace = 1;

/* O_PATH of open(2), the same: to go on from a folder, which need not be readable for that. */
static const int open_path_only = 010000000;
