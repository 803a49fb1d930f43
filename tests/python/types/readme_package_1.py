from digistore24 import Digistore24, Sandbox

with Sandbox().serve() as server:  # the service in memory; no key, no network
    ds = Digistore24(server.api_key, base_url=server.base_url)
    print(ds.get_user_info().user_name)
    for transaction in ds.list_transactions(from_="-3d").transaction_list:
        print(transaction.id, transaction.amount, transaction["currency"])
