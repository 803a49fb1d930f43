"""Order ids, links, order forms with own prices, and payment plans.

    from digistore24 import urls

    link = urls.parse("https://www.digistore24.com/redir/220831/MaxMuster/Spring")
    print(link["type"], link["affiliate"], link["trusted"])
    print(urls.product(product_id=548372, voucher="SPRING", plan=2)["url"])

`parse` reads a link, `change` changes one, `promo`, `content` and `product` make one. `upgrade`, `testpay`, `thankyou` and
`postback` make addresses that are handed on. `order_id`, `product_id`, `affiliate` and `key` tell what a shape tells.
`buy_url` and `payment_plan` look at parameters before they are sent, and list every payment there will be. The types of
what comes and goes are in `digistore24.urls.types`.
"""

from .._native import urls as _urls

affiliate = _urls.affiliate
buy_url = _urls.buy_url
change = _urls.change
content = _urls.content
key = _urls.key
order_id = _urls.order_id
parse = _urls.parse
payment_plan = _urls.payment_plan
postback = _urls.postback
product = _urls.product
product_id = _urls.product_id
promo = _urls.promo
testpay = _urls.testpay
thankyou = _urls.thankyou
upgrade = _urls.upgrade

__all__ = [
    "affiliate",
    "buy_url",
    "change",
    "content",
    "key",
    "order_id",
    "parse",
    "payment_plan",
    "postback",
    "product",
    "product_id",
    "promo",
    "testpay",
    "thankyou",
    "upgrade",
]
