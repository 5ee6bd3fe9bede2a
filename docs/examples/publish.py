"""Publishes an offer whose draft is saved and goes live, knowing nothing of this code but names and JSON:

    python3 docs/examples/publish.py contoso/linux-vm you@example.com

Needs docs/examples/requirements.txt. Temporal is found as the environment says (TEMPORAL_ADDRESS,
TEMPORAL_NAMESPACE, ...), else at 127.0.0.1:7233.
"""

import asyncio
import json
import os
import sys
from uuid import uuid4

from temporalio.client import Client
from temporalio.common import WorkflowIDConflictPolicy
from temporalio.envconfig import ClientConfig
from temporalio.exceptions import WorkflowAlreadyStartedError


async def publish_and_go_live(temporal: Client, publisher_id: str, offer_id: str, email: str) -> bool:
    # At most one publication per offer runs, because its workflow id is made of the offer's two ids.
    try:
        run = await temporal.start_workflow(
            "publication",
            {
                "publisherId": publisher_id,
                "offerId": offer_id,
                "requestedBy": email,
                "notificationEmails": [email],
            },
            id=f"publication.{publisher_id}.{offer_id}",
            task_queue="publication",
            id_conflict_policy=WorkflowIDConflictPolicy.FAIL,
        )
    except WorkflowAlreadyStartedError as running:
        # What somebody else has published is not ours to take live.
        said = f"Nothing started: {running.workflow_id} runs already. Publish again when it has ended."
        print(said, file=sys.stderr)
        return False

    while (status := (await run.query("status"))["status"]) == "running":
        await asyncio.sleep(1)
    print(status)

    # As a signal it is stored at once, also while no worker runs, and not answered. As an update of the same name,
    # by execute_update, it is answered: {"kind": "accepted"} or an error that says why not.
    if status == "waitingForPublisherReview":
        await run.signal("goLive", {"requestId": str(uuid4()), "actor": email})

    result = await run.result()
    print(json.dumps(result))
    return result["outcome"] == "live"


async def main(offer: str, email: str) -> bool:
    config = ClientConfig.load_client_connect_config(disable_file=True)
    temporal = await Client.connect(**{"target_host": "127.0.0.1:7233", **config})
    publisher_id, offer_id = offer.split("/")
    return await publish_and_go_live(temporal, publisher_id, offer_id, email)


is_live = asyncio.run(main(*sys.argv[1:3]))

# Everything is done. temporalio 1.35.0's own threads now and then crash an interpreter that ends in the ordinary way.
sys.stdout.flush()
os._exit(0 if is_live else 1)
