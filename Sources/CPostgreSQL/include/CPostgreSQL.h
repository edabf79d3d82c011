#ifndef CPOSTGRESQL_H
#define CPOSTGRESQL_H

#include <stdbool.h>

// libpq, found when the program runs: without it, a program that uses SQLite starts all the same, and none of the libraries that
// libpq itself needs are loaded. The declarations are those of PostgreSQL's documentation ("libpq - C Library"); the types stay
// opaque, so that no header of PostgreSQL is needed to build.

typedef struct pg_conn PGconn;
typedef struct pg_result PGresult;
typedef struct pg_cancel PGcancel;
typedef unsigned int Oid;

typedef struct {
    PGconn *(*connectdbParams)(const char *const *keywords, const char *const *values, int expand_dbname);
    void *(*conninfoParse)(const char *text, char **problem);
    void (*conninfoFree)(void *);
    void (*freemem)(void *);
    void (*finish)(PGconn *);
    int (*status)(const PGconn *);
    int (*transactionStatus)(const PGconn *);
    int (*serverVersion)(const PGconn *);
    char *(*errorMessage)(const PGconn *);
    void (*(*setNoticeProcessor)(PGconn *, void (*)(void *, const char *), void *))(void *, const char *);
    PGresult *(*exec)(PGconn *, const char *query);
    PGresult *(*execParams)(PGconn *, const char *query, int count, const Oid *types, const char *const *values,
                            const int *lengths, const int *formats, int result_format);
    PGresult *(*prepare)(PGconn *, const char *name, const char *query, int count, const Oid *types);
    PGresult *(*execPrepared)(PGconn *, const char *name, int count, const char *const *values, const int *lengths,
                              const int *formats, int result_format);
    int (*sendQueryPrepared)(PGconn *, const char *name, int count, const char *const *values, const int *lengths,
                             const int *formats, int result_format);
    PGresult *(*getResult)(PGconn *);
    int (*putCopyData)(PGconn *, const char *bytes, int count);
    int (*putCopyEnd)(PGconn *, const char *error);
    int (*enterPipelineMode)(PGconn *);
    int (*exitPipelineMode)(PGconn *);
    int (*pipelineSync)(PGconn *);
    int (*resultStatus)(const PGresult *);
    char *(*resultErrorField)(const PGresult *, int field);
    char *(*resultErrorMessage)(const PGresult *);
    void (*clear)(PGresult *);
    int (*ntuples)(const PGresult *);
    int (*nfields)(const PGresult *);
    char *(*fname)(const PGresult *, int column);
    Oid (*ftype)(const PGresult *, int column);
    int (*getisnull)(const PGresult *, int row, int column);
    char *(*getvalue)(const PGresult *, int row, int column);
    int (*getlength)(const PGresult *, int row, int column);
    char *(*cmdTuples)(PGresult *);
    PGcancel *(*getCancel)(PGconn *);
    int (*cancel)(PGcancel *, char *error, int size);
    void (*freeCancel)(PGcancel *);
} Postgres;

/// The functions of libpq; NULL where the library is not here, or is older than version 14.
///
/// What is found once is kept for the life of the process. Any thread may ask.
const Postgres *concord_postgres(void);

/// Why `concord_postgres` gave NULL; empty where it gave something.
const char *concord_postgres_problem(void);

#endif
