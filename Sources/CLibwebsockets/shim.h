#pragma once

#include <fcntl.h>
#include <libwebsockets.h>
#include <sys/socket.h>

/* What Swift cannot import: a macro over another macro's expression, and the union in lws_adopt_desc_t. */

/* Bytes that must be free before every buffer given to lws_write. */
static inline size_t lws_shim_room_before(void) { return LWS_PRE; }

/* Hands an open descriptor to the service thread. `opaque` is there in every callback from the first. */
static inline struct lws *lws_shim_adopt(struct lws_vhost *vhost, lws_adoption_type type, int descriptor,
                                         const char *protocol, void *opaque) {
    lws_adopt_desc_t description;
    memset(&description, 0, sizeof(description));
    description.vh = vhost;
    description.type = type;
    description.fd.sockfd = descriptor;
    description.vh_prot_name = protocol;
    description.opaque = opaque;
    return lws_adopt_descriptor_vhost_via_info(&description);
}

/* A socket that speaks HTTP, and TLS where its vhost has a certificate. */
static inline struct lws *lws_shim_adopt_connection(struct lws_vhost *vhost, int descriptor, void *opaque) {
    return lws_shim_adopt(vhost, LWS_ADOPT_SOCKET | LWS_ADOPT_HTTP | LWS_ADOPT_ALLOW_SSL, descriptor, NULL, opaque);
}

/* A descriptor of which only "there is something to read" is wanted: a listening socket. */
static inline struct lws *lws_shim_adopt_listener(struct lws_vhost *vhost, int descriptor, const char *protocol,
                                                  void *opaque) {
    return lws_shim_adopt(vhost, LWS_ADOPT_RAW_FILE_DESC, descriptor, protocol, opaque);
}

/* Socket types are an enumeration that Swift sees in one module or in another, depending on what came first. */
static inline int lws_shim_stream(void) { return SOCK_STREAM; }

static inline void lws_shim_prepare(int descriptor) {
    fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK);
}
