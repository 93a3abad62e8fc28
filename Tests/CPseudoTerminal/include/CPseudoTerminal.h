#ifndef CPSEUDOTERMINAL_H
#define CPSEUDOTERMINAL_H

#include <sys/types.h>

/// Starts a program as the leader of a session of its own, with a new pseudo-terminal of the given size as its standard
/// input, output and error, and with no signal blocked or ignored. Returns the terminal's other side, or -1 with errno set.
int pseudo_terminal_spawn(const char *path, char *const arguments[], char *const environment[],
                          unsigned short columns, unsigned short rows, pid_t *process);

/// Changes the size of the terminal, which sends SIGWINCH. Returns 0, or -1 with errno set.
int pseudo_terminal_resize(int terminal, unsigned short columns, unsigned short rows);

#endif
