"""Runs `azpc` as it is, behind a proxy: its swagger client does not read HTTPS_PROXY and REQUESTS_CA_BUNDLE itself."""

import os

from swagger_client import Configuration

configuration = Configuration()
configuration.proxy = os.environ["HTTPS_PROXY"]
configuration.ssl_ca_cert = os.environ["REQUESTS_CA_BUNDLE"]
Configuration.set_default(configuration)

# Clients are made when these modules are loaded: only now.
from azureiai.azpc_app import main  # noqa: E402

main()
