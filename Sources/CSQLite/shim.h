#pragma once
#include <sqlite3.h>

/* The destructor constant is a cast that Swift does not import: the value is copied by SQLite. */
static inline int csqlite_bind_blob_copy(sqlite3_stmt *s, int i, const void *p, sqlite3_uint64 n) {
    return p == 0 ? sqlite3_bind_zeroblob(s, i, 0) : sqlite3_bind_blob64(s, i, p, n, SQLITE_TRANSIENT);
}
static inline int csqlite_bind_text_copy(sqlite3_stmt *s, int i, const char *p, sqlite3_uint64 n) {
    return sqlite3_bind_text64(s, i, p, n, SQLITE_TRANSIENT, SQLITE_UTF8);
}
/* Variadic, and so out of Swift's reach. */
static inline int csqlite_defensive(sqlite3 *db) {
    return sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
}
/* The file that a connection has open, to be read by the connection's own descriptor. */
static inline int csqlite_file(sqlite3 *db, sqlite3_file **file) {
    int code = sqlite3_file_control(db, "main", SQLITE_FCNTL_FILE_POINTER, file);
    return code != SQLITE_OK || (*file != 0 && (*file)->pMethods != 0) ? code : SQLITE_IOERR;
}
static inline int csqlite_file_size(sqlite3 *db, sqlite3_int64 *size) {
    sqlite3_file *file = 0;
    int code = csqlite_file(db, &file);
    return code == SQLITE_OK ? file->pMethods->xFileSize(file, size) : code;
}
static inline int csqlite_file_read(sqlite3 *db, void *to, int count, sqlite3_int64 offset) {
    sqlite3_file *file = 0;
    int code = csqlite_file(db, &file);
    return code == SQLITE_OK ? file->pMethods->xRead(file, to, count, offset) : code;
}
