"""The service in memory."""

from . import _native


class Sandbox(_native.Sandbox):
    """A Digistore24 account in memory: to try everything without a key and without a network.

    `Digistore24(sandbox.api_key, send=sandbox.send)` uses it in this process; `sandbox.client()` is short for that.
    `with sandbox.serve() as server:` puts it on a real HTTP address, `server.base_url`, for any client.

    What people do, and what programs do not, has methods: `buy`, `refund`, `cancel`, `advance` and so on. Their options are
    named as the service names things. Everything that is wrong with them is raised at once, as `BadParams`. `tell` does the
    same by name.

    Its clock stands still until it is moved. It reads no clock and draws no random numbers: the same calls always get the
    same answers. `assumptions` lists what nobody knows about the service, and what the sandbox does instead; `knows` tells
    whether it has a rule for a function, or answers with values that look right and mean nothing.
    """

    __slots__ = ()

    def client(self, **settings):
        """A client with full access that calls this sandbox in this process. `settings` are those of `Digistore24`."""
        from . import Digistore24

        return Digistore24(self.api_key, send=self.send, **settings)

    # Buyers.

    def buy(
        self,
        product_id=None,
        *,
        email=None,
        first_name=None,
        last_name=None,
        country=None,
        quantity=None,
        paymentplan_id=None,
        pay_method=None,
        voucher_code=None,
        affiliate=None,
        campaignkey=None,
        trackingkey=None,
        click_id=None,
        custom=None,
        addons=None,
        buy_url=None,
    ):
        """Places an order as a buyer does at the checkout, and collects the first payment.

        `addons` is a list of `{"product_id": ..., "quantity": ...}`; `buy_url` the number of an order form link.
        """
        return self._told("buy", locals())

    def refund(self, transaction_id=None, *, purchase_id=None):
        """Gives a payment back, or the last one of an order. The number of the refund."""
        return self._told("refund", locals())["transaction_id"]

    def chargeback(self, transaction_id=None, *, purchase_id=None):
        """Takes a payment back, as a bank does, or the last one of an order. The number of the chargeback."""
        return self._told("chargeback", locals())["transaction_id"]

    def cancel(self, purchase_id):
        """Stops the recurring payments of an order, as its buyer does. `False` where there is nothing to stop."""
        return self._told("cancel", locals())["modified"]

    def resume(self, purchase_id):
        """Resumes payments that were stopped, as long as their end was not told."""
        return self._told("resume", locals())["modified"]

    def fail_payments(self, purchase_id, *, times=None):
        """Lets the card of an order decline the next attempts to collect a payment."""
        self._told("fail_payments", locals())

    def pay(self, purchase_id):
        """Pays what is open of an order."""
        return self._told("pay", locals())["modified"]

    def download(self, purchase_id):
        """Lets the buyer of an order download what it holds."""
        return self._told("download", locals())["modified"]

    def fill_form(self, purchase_id, fields):
        """Lets the buyer of an order fill in a form: what is filled in, by name."""
        self._told("fill_form", locals())

    # Time.

    def advance(self, seconds=None, *, minutes=None, hours=None, days=None, to_next=None):
        """Moves the clock on. Everything that falls due until then happens, in order.

        With `to_next` it stops where a notification falls due, and tells how many seconds are left of the way. While the
        sandbox is served with `deliver=True` it does so by itself, and goes on once that one is delivered.
        """
        return self._told("advance", locals())

    def set_time(self, to):
        """Moves the clock on to a moment: `2026-12-24 18:00:00` in Berlin, or a `datetime` with its zone."""
        return self._told("set_time", locals())

    # Notifications.

    def connect(
        self,
        url,
        *,
        passphrase=None,
        product_ids=None,
        transactions=None,
        categories=None,
        timing=None,
        success=None,
        name=None,
    ):
        """Connects an address for notifications, as one does by hand in the back office. The number of the connection."""
        return self._told("connect", locals())["connection_id"]

    def disconnect(self, connection_id):
        """Deletes a connection. `False` where there is none."""
        return self._told("disconnect", locals())["modified"]

    def test_connection(self, connection_id):
        """Sends a test to a connection, as the button in the back office does."""
        self._told("test_connection", locals())

    def deliver(self, *, timeout=10):
        """Posts every notification that is due to its address, and tells what came of each.

        What was not taken comes again later, when the clock has been moved on. An address has `timeout` seconds to answer.
        """
        return self._deliver(timeout, None)

    def due(self):
        """The next notification that is due, for whoever delivers by other means; then `delivered` has to be told."""
        return self.tell("due")["delivery"]

    def delivered(self, id, *, status=None, body=None, lost=None):
        """Tells what came of a delivery: the status and the text of the answer, or why there was none."""
        self._told("delivered", locals())

    def drain(self):
        """Takes everything that is due, as if its address had taken it: for tests of what handles notifications."""
        return self.tell("drain")["deliveries"]

    def notifications(self, *, order_id=None, state=None, last=None):
        """The notifications that were sent or are going to be, with every attempt."""
        return self._told("notifications", locals())["notifications"]

    def resend(self, id):
        """Sends a notification again, whatever became of it."""
        self._told("resend", locals())

    def disturb(self, kind, *, times=None, minutes=None):
        """Lets something go wrong with the next notifications: `duplicate`, `reorder`, `delay`, `lose`, `wrong_signature`."""
        self._told("disturb", locals())

    def access(self):
        """Who has access now, by order and item, from the orders themselves."""
        return self.tell("access")["items"]

    # The back office, and those around it.

    def affiliate(self, affiliate_name, product_id):
        """Lets somebody join as an affiliate of a product."""
        return self._told("affiliate", locals())["modified"]

    def set_delivery(self, product_id, *, delivery_type=None, license_keys=None, event=None, downloads=None):
        """Says what buyers of a product get, which the back office does and no function.

        `delivery_type` is `digital`, `shipping`, `service`, `event` or `download`; `license_keys` whether each piece comes
        with one; `event` has `date`, `location_id`, `template_id` and `hint`; `downloads` are names of files.
        """
        self._told("set_delivery", locals())

    def licenses(self, purchase_id):
        """The licence keys that came with an order."""
        return self._told("licenses", locals())["licenses"]

    def request_proof(self, purchase_id):
        """Lets the service ask for a proof that an order was fulfilled. The number of the request."""
        return self._told("request_proof", locals())["service_proof_id"]

    def mails(self):
        """The mails that the service would have sent."""
        return self.tell("mails")["mails"]

    def assumptions(self):
        """What nobody knows about the service, and what the sandbox does instead."""
        return self.tell("assumptions")["assumptions"]

    def assume(self, **values):
        """Assumes something otherwise, by the names in `assumptions`. `False` where nothing changes by that."""
        return self.tell("assume", **values)["modified"]

    # Faults of the API, and what was asked.

    def fault(
        self, kind, *, function=None, times=None, when=None, code=None, message=None, status=None, seconds=None
    ):
        """Lets the next calls go wrong: `code`, `html`, `timeout`, `half` or `slow`.

        `function` is a name or `all`; `when` says whether the call goes wrong `before` or `after` it was carried out. `code`
        and `message` are those of an error, `status` is that of an error or a page; a slow answer is `seconds` late. Over
        HTTP the connection ends or the server waits; in process `send` raises `ConnectionError`, and a slow answer moves the
        clock.
        """
        return self._told("fault", locals())["faults"]

    def faults(self):
        """The faults that no call has met yet."""
        return self.tell("faults")["faults"]

    def clear_faults(self):
        """Forgets them."""
        self.tell("clear_faults")

    def requests(self):
        """The last 200 requests of programs, without keys."""
        return self.tell("requests")["requests"]

    def overview(self, *, last=None):
        """The account at a glance: the clock, products, the last orders."""
        return self._told("overview", locals())

    # Whole accounts.

    def scenario(self, name, *, orders=None, seed=None, product_id=None):
        """Plays a long story: `subscription_life`, `launch_day`, `affiliate_campaign`, `refund_wave` or `event`.

        The same seed on the same account gives the same account, to the byte.
        """
        return self._told("scenario", locals())

    def save(self):
        """The account and all that was done to it as JSON, with its keys and passphrases; `Sandbox.load` goes on from it."""
        return self.tell("save")["text"]

    @classmethod
    def load(cls, text):
        """The account that `save` gave."""
        sandbox = cls()
        sandbox.tell("load", text=text)
        return sandbox

    def serve(self, *, port=0, deliver=False):
        """A real HTTP server on this machine, as a context manager with a `base_url`.

        With `deliver` it posts notifications to their addresses as soon as they are due, in the background; `deliver()` then
        waits until that is done and the clock has come to where it was moved.
        """
        from ._serve import Serving

        return Serving(self, port, deliver)

    def _told(self, verb, options):
        del options["self"]
        return self.tell(verb, **options)
