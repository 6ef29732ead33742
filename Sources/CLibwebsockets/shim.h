#pragma once

#include <fcntl.h>
#include <libwebsockets.h>
#include <netinet/in.h>
#include <openssl/ssl.h>
#include <string.h>
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

static inline int lws_shim_peek(void) { return MSG_PEEK; }

static inline void lws_shim_prepare(int descriptor) {
    fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK);
}

/* The name that libwebsockets makes of an IPv6 address, by cutting at the first colon. */
#define LWS_SHIM_CUT_ADDRESS "["

/* Has a certificate be one for the IPv6 address that was connected to, where libwebsockets would ask for one for what
 * it has left of it, and for no server name, as RFC 6066 wants it. Whatever fails here fails the handshake: no
 * certificate is for the cut name. */
static inline void lws_shim_handshake(const SSL *connection, int where, int ignored) {
    SSL *ssl = (SSL *)connection;
    const char *name = SSL_get_servername(ssl, TLSEXT_NAMETYPE_host_name);
    struct sockaddr_in6 peer;
    socklen_t length = sizeof(peer);
    (void)ignored;
    if (!(where & SSL_CB_HANDSHAKE_START) || name == NULL || strcmp(name, LWS_SHIM_CUT_ADDRESS) != 0) return;
    if (getpeername(SSL_get_fd(ssl), (struct sockaddr *)&peer, &length) != 0 || peer.sin6_family != AF_INET6) return;
    if (!X509_VERIFY_PARAM_set1_ip(SSL_get0_param(ssl), peer.sin6_addr.s6_addr, sizeof(peer.sin6_addr))) return;
    X509_VERIFY_PARAM_set1_host(SSL_get0_param(ssl), NULL, 0);
    SSL_set_tlsext_host_name(ssl, NULL);
}

/* libwebsockets' own way to hear of the handshake takes the memory of something else for its context. */
static inline void lws_shim_watch_handshakes(void *ssl_context) {
    SSL_CTX_set_info_callback((SSL_CTX *)ssl_context, lws_shim_handshake);
}
