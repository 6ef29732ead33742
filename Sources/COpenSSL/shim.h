#pragma once

#include <openssl/evp.h>
#include <openssl/sha.h>

static const int shim_ed25519 = EVP_PKEY_ED25519;
