// The system's libcurl, opened when the first request is made: linking it would load two dozen libraries at every start.
//
// What is used has been the same since libcurl 7.34 (2013), in any library of the name libcurl.so.4: its project
// promises not to change it. So its headers are not needed to build, and its numbers are written down here.
#pragma once

#include <dlfcn.h>
#include <stddef.h>

// The functions that are called, as they were found.
struct ccurl_library {
    void *make, *set, *perform, *get, *discard, *describe, *append, *discard_list;
};

typedef size_t (*ccurl_write)(char *bytes, size_t size, size_t count, void *context);

enum ccurl_option {
    CCURL_TIMEOUT_MS = 155, CCURL_CONNECT_TIMEOUT_MS = 156, CCURL_NO_SIGNAL = 99, CCURL_FOLLOW = 52,
    CCURL_PROTOCOLS = 181, CCURL_TLS_VERSION = 32, CCURL_POST = 47, CCURL_POST_SIZE = 60,
    CCURL_URL = 10002, CCURL_POST_FIELDS = 10015, CCURL_HEADERS = 10023, CCURL_CA_FILE = 10065,
    CCURL_NO_PROXY = 10177, CCURL_WRITE_CONTEXT = 10001, CCURL_USER_AGENT = 10018, CCURL_WRITE = 20011,
};

enum ccurl_info { CCURL_STATUS = 0x200002, CCURL_CONTENT_TYPE = 0x100012 };

enum ccurl_code {
    CCURL_OK = 0, CCURL_NO_PROXY_HOST = 5, CCURL_NO_HOST = 6, CCURL_NO_CONNECTION = 7, CCURL_WRITE_REFUSED = 23,
    CCURL_TIMED_OUT = 28, CCURL_CERTIFICATE = 60, CCURL_CA_UNREADABLE = 77,
};

// http is 1, https is 2; TLS 1.2 is 6.
enum ccurl_value { CCURL_HTTP = 1, CCURL_HTTPS = 2, CCURL_TLS_1_2 = 6 };

// Opens the library; 0 if it is not there. It stays open until the process ends.
static inline int ccurl_open(struct ccurl_library *library) {
    static const char *const names[] = {"libcurl.so.4", "libcurl-gnutls.so.4"};
    void *handle = NULL;
    for (int place = 0; place < 2 && handle == NULL; place++) handle = dlopen(names[place], RTLD_NOW | RTLD_LOCAL);
    if (handle == NULL) return 0;
    int (*start)(long) = (int (*)(long))dlsym(handle, "curl_global_init");
    library->make = dlsym(handle, "curl_easy_init");
    library->set = dlsym(handle, "curl_easy_setopt");
    library->perform = dlsym(handle, "curl_easy_perform");
    library->get = dlsym(handle, "curl_easy_getinfo");
    library->discard = dlsym(handle, "curl_easy_cleanup");
    library->describe = dlsym(handle, "curl_easy_strerror");
    library->append = dlsym(handle, "curl_slist_append");
    library->discard_list = dlsym(handle, "curl_slist_free_all");
    // 3: everything, which is what curl_easy_init would ask for.
    return start != NULL && library->make != NULL && library->set != NULL && library->perform != NULL
        && library->get != NULL && library->discard != NULL && library->describe != NULL && library->append != NULL
        && library->discard_list != NULL && start(3L) == 0;
}

static inline void *ccurl_make(const struct ccurl_library *library) { return ((void *(*)(void))library->make)(); }

// Variadic functions are out of Swift's reach: one way in for each kind of value.
static inline int ccurl_set_number(const struct ccurl_library *library, void *request, enum ccurl_option option,
                                   long value) {
    return ((int (*)(void *, int, ...))library->set)(request, (int)option, value);
}
static inline int ccurl_set_text(const struct ccurl_library *library, void *request, enum ccurl_option option,
                                 const char *value) {
    return ((int (*)(void *, int, ...))library->set)(request, (int)option, value);
}
static inline int ccurl_set_pointer(const struct ccurl_library *library, void *request, enum ccurl_option option,
                                    void *value) {
    return ((int (*)(void *, int, ...))library->set)(request, (int)option, value);
}
static inline int ccurl_set_bytes(const struct ccurl_library *library, void *request, enum ccurl_option option,
                                  const unsigned char *value) {
    return ((int (*)(void *, int, ...))library->set)(request, (int)option, (const void *)value);
}
static inline int ccurl_set_write(const struct ccurl_library *library, void *request, ccurl_write value) {
    return ((int (*)(void *, int, ...))library->set)(request, (int)CCURL_WRITE, value);
}

static inline int ccurl_perform(const struct ccurl_library *library, void *request) {
    return ((int (*)(void *))library->perform)(request);
}

static inline long ccurl_status(const struct ccurl_library *library, void *request) {
    long status = 0;
    ((int (*)(void *, int, ...))library->get)(request, (int)CCURL_STATUS, &status);
    return status;
}

// Belongs to the request; NULL where the answer has none.
static inline const char *ccurl_content_type(const struct ccurl_library *library, void *request) {
    char *type = NULL;
    ((int (*)(void *, int, ...))library->get)(request, (int)CCURL_CONTENT_TYPE, &type);
    return type;
}

static inline const char *ccurl_describe(const struct ccurl_library *library, int code) {
    return ((const char *(*)(int))library->describe)(code);
}

// A list with one more header, or NULL where memory ran out.
static inline void *ccurl_append(const struct ccurl_library *library, void *list, const char *header) {
    return ((void *(*)(void *, const char *))library->append)(list, header);
}

static inline void ccurl_discard(const struct ccurl_library *library, void *request, void *list) {
    ((void (*)(void *))library->discard)(request);
    ((void (*)(void *))library->discard_list)(list);
}
