#include "CPostgreSQL.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>
#include <stdio.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;
static Postgres functions;
static bool is_found = false;
static char problem[512];

static const char *const names[] = {"libpq.so.5", "libpq.5.dylib"};

static void find(void) {
    void *library = NULL;
    for (size_t index = 0; library == NULL && index < sizeof names / sizeof *names; index++) {
        library = dlopen(names[index], RTLD_NOW | RTLD_LOCAL);
    }
    if (library == NULL) {
        snprintf(problem, sizeof problem, "%s", dlerror());
        return;
    }
    const struct {
        void *place;
        const char *name;
    } wanted[] = {
        {&functions.connectdbParams, "PQconnectdbParams"},
        {&functions.conninfoParse, "PQconninfoParse"},
        {&functions.conninfoFree, "PQconninfoFree"},
        {&functions.freemem, "PQfreemem"},
        {&functions.finish, "PQfinish"},
        {&functions.status, "PQstatus"},
        {&functions.transactionStatus, "PQtransactionStatus"},
        {&functions.serverVersion, "PQserverVersion"},
        {&functions.errorMessage, "PQerrorMessage"},
        {&functions.setNoticeProcessor, "PQsetNoticeProcessor"},
        {&functions.exec, "PQexec"},
        {&functions.execParams, "PQexecParams"},
        {&functions.prepare, "PQprepare"},
        {&functions.execPrepared, "PQexecPrepared"},
        {&functions.sendQueryPrepared, "PQsendQueryPrepared"},
        {&functions.getResult, "PQgetResult"},
        {&functions.putCopyData, "PQputCopyData"},
        {&functions.putCopyEnd, "PQputCopyEnd"},
        {&functions.enterPipelineMode, "PQenterPipelineMode"},
        {&functions.exitPipelineMode, "PQexitPipelineMode"},
        {&functions.pipelineSync, "PQpipelineSync"},
        {&functions.resultStatus, "PQresultStatus"},
        {&functions.resultErrorField, "PQresultErrorField"},
        {&functions.resultErrorMessage, "PQresultErrorMessage"},
        {&functions.clear, "PQclear"},
        {&functions.ntuples, "PQntuples"},
        {&functions.nfields, "PQnfields"},
        {&functions.fname, "PQfname"},
        {&functions.ftype, "PQftype"},
        {&functions.getisnull, "PQgetisnull"},
        {&functions.getvalue, "PQgetvalue"},
        {&functions.getlength, "PQgetlength"},
        {&functions.cmdTuples, "PQcmdTuples"},
        {&functions.getCancel, "PQgetCancel"},
        {&functions.cancel, "PQcancel"},
        {&functions.freeCancel, "PQfreeCancel"},
    };
    for (size_t index = 0; index < sizeof wanted / sizeof *wanted; index++) {
        void *symbol = dlsym(library, wanted[index].name);
        if (symbol == NULL) {
            snprintf(problem, sizeof problem, "this libpq has no %s: version 14 or later is needed", wanted[index].name);
            return;
        }
        // What POSIX says of dlsym: a pointer to a function fits into a pointer to data.
        *(void **)wanted[index].place = symbol;
    }
    is_found = true;
}

const Postgres *concord_postgres(void) {
    pthread_once(&once, find);
    return is_found ? &functions : NULL;
}

const char *concord_postgres_problem(void) {
    pthread_once(&once, find);
    return problem;
}
