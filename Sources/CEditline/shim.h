#ifndef DOSSIER_CEDITLINE_SHIM_H
#define DOSSIER_CEDITLINE_SHIM_H

#include <histedit.h>
#include <stdio.h>
#include <wchar.h>

// el_set, el_get and their wide forms are variadic, and Swift cannot call a variadic C function: one function here for
// each use. The history functions have none, because the entries are kept in Swift.

typedef wchar_t *(*editline_prompt_function)(EditLine *);
typedef unsigned char (*editline_key_function)(EditLine *, int);

static inline EditLine *editline_open(const char *program) {
    return el_init(program, stdin, stdout, stderr);
}

static inline int editline_set_editor(EditLine *editor, const wchar_t *name) {
    return el_wset(editor, EL_EDITOR, name);
}

static inline int editline_get_editor(EditLine *editor, const wchar_t **name) {
    return el_wget(editor, EL_EDITOR, name);
}

static inline int editline_set_signal_handling(EditLine *editor, int on) {
    return el_wset(editor, EL_SIGNAL, on);
}

static inline int editline_set_client_data(EditLine *editor, void *data) {
    return el_wset(editor, EL_CLIENTDATA, data);
}

static inline void *editline_client_data(EditLine *editor) {
    void *data = NULL;
    el_wget(editor, EL_CLIENTDATA, &data);
    return data;
}

static inline int editline_set_prompt(EditLine *editor, editline_prompt_function function, wchar_t delimiter) {
    return el_wset(editor, EL_PROMPT_ESC, function, (int)delimiter);
}

static inline int editline_set_reader(EditLine *editor, el_rfunc_t function) {
    return el_wset(editor, EL_GETCFN, function);
}

static inline int editline_add_function(
    EditLine *editor, const wchar_t *name, const wchar_t *help, editline_key_function function) {
    return el_wset(editor, EL_ADDFN, name, help, function);
}

static inline int editline_bind(EditLine *editor, const wchar_t *key, const wchar_t *function) {
    return el_wset(editor, EL_BIND, key, function, (const wchar_t *)NULL);
}

static inline int editline_bind_alternative(EditLine *editor, const wchar_t *key, const wchar_t *function) {
    return el_wset(editor, EL_BIND, L"-a", key, function, (const wchar_t *)NULL);
}

static inline int editline_set_editing_terminal_mode(EditLine *editor, const wchar_t *mode) {
    return el_wset(editor, EL_SETTY, L"-d", mode, (const wchar_t *)NULL);
}

static inline int editline_prepare_terminal(EditLine *editor, int editing) {
    return el_wset(editor, EL_PREP_TERM, editing);
}

static inline int editline_refresh(EditLine *editor) {
    return el_wset(editor, EL_REFRESH);
}

// The C library declares wcwidth only for programs that ask for XSI.
extern int wcwidth(wchar_t character);

static inline int editline_character_width(wchar_t character) {
    return wcwidth(character);
}

static inline FILE *editline_standard_output(void) {
    return stdout;
}

#endif
