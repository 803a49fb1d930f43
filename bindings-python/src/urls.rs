//! Order ids, links, order forms with own prices, and payment plans.

use pyo3::prelude::*;

/// The compiled part of `digistore24.urls`.
#[pymodule(name = "urls")]
pub(crate) mod urls_module {
    #[pymodule_export]
    use super::functions::{
        affiliate, buy_url, change, content, key, order_id, parse, payment_plan, postback, product, product_id, promo,
        testpay, thankyou, upgrade,
    };
}

mod functions {
    use digistore24::urls::{
        affiliate_of, buy_url_of, change_of, content_of, key_of, order_id_of, parse_of, payment_plan_of, postback_of,
        product_id_of, product_of, promo_of, testpay_of, thankyou_of, upgrade_of,
    };
    use pyo3::prelude::*;
    use pyo3::types::PyDict;

    use crate::table::{about, named, told};

    /// Reads a link: any link, and anything else.
    ///
    /// The result has `type`, `trusted`, `url` (nothing where the link holds a key), `shown` for logs, `host`, the parts that such
    /// a link has, `query` (`name` and `value` each, in order, with repeats) and `notes`. Nothing is refused but what is no text.
    ///
    /// - `secret`: names of parameters whose values are keys, such as that of test payments; they show as `***` everywhere but in
    ///   `url`, which is the whole link.
    #[pyfunction]
    #[pyo3(
        signature = (url=None, **options),
        text_signature = "(url, *, secret=None)"
    )]
    pub(crate) fn parse<'py>(
        py: Python<'py>,
        url: Option<&Bound<'py, PyAny>>,
        options: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        told(py, "urls.parse", about("url", url, options)?, parse_of)
    }

    /// Changes a promo link, a content link or an order form; everything else in it stays to the byte.
    ///
    /// The result is that of `parse`. An empty text removes a part; `None` below `query` removes a parameter.
    ///
    /// - `affiliate`, `campaign_key`, and the parameters of `promo` or `product`.
    /// - `query`: any other parameters by their names in the link.
    #[pyfunction]
    #[pyo3(
        signature = (url=None, **options),
        text_signature = "(url, *, affiliate=None, campaign_key=None, voucher=None, plan=None, custom=None, \
        email=None, tracking_key=None, click_id=None, sid1=None, sid2=None, sid3=None, sid4=None, \
        sid5=None, utm_source=None, utm_medium=None, utm_campaign=None, utm_term=None, \
        utm_content=None, query=None)"
    )]
    pub(crate) fn change<'py>(
        py: Python<'py>,
        url: Option<&Bound<'py, PyAny>>,
        options: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        told(py, "urls.change", about("url", url, options)?, change_of)
    }

    /// Makes a promo link. The result is that of `parse`.
    ///
    /// - `product_id`, `affiliate`; `campaign_key`: the affiliate's own key.
    /// - `tracking_key`: the vendor's own key; `click_id` and `sid1` to `sid5` come back in postbacks. A value such as `{click_id}`
    ///   stays a placeholder for an advertising network.
    /// - `utm_source`, `utm_medium`, `utm_campaign`, `utm_term`, `utm_content`.
    /// - `query`: any other parameters by name, or a list of `name` and `value`. `host`: another host of the service.
    #[pyfunction]
    #[pyo3(
        signature = (**options),
        text_signature = "(*, product_id, affiliate, campaign_key=None, tracking_key=None, click_id=None, sid1=None, \
        sid2=None, sid3=None, sid4=None, sid5=None, utm_source=None, utm_medium=None, \
        utm_campaign=None, utm_term=None, utm_content=None, query=None, host=None)"
    )]
    pub(crate) fn promo<'py>(py: Python<'py>, options: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        told(py, "urls.promo", named(options)?, promo_of)
    }

    /// Makes a content link. The result is that of `parse`.
    ///
    /// It takes `content_link_id` and everything that `promo` takes.
    #[pyfunction]
    #[pyo3(
        signature = (**options),
        text_signature = "(*, product_id, content_link_id, affiliate, campaign_key=None, tracking_key=None, \
        click_id=None, sid1=None, sid2=None, sid3=None, sid4=None, sid5=None, utm_source=None, \
        utm_medium=None, utm_campaign=None, utm_term=None, utm_content=None, query=None, host=None)"
    )]
    pub(crate) fn content<'py>(py: Python<'py>, options: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        told(py, "urls.content", named(options)?, content_of)
    }

    /// Makes the link of an order form. The result is that of `parse`.
    ///
    /// - `product_id`; `order_form_id`: a second number, presumably that of the order form.
    /// - `voucher`: a discount code; `plan`: position of a payment plan, from 1, or its number; `custom`: your own reference;
    ///   `email`: that of the buyer.
    /// - `affiliate` and `campaign_key`, `tracking_key`, and `utm_source` and the others.
    /// - `query`: any other parameters by name, or a list of `name` and `value`. `host`: another host of the service.
    #[pyfunction]
    #[pyo3(
        signature = (**options),
        text_signature = "(*, product_id, order_form_id=None, voucher=None, plan=None, custom=None, email=None, \
        affiliate=None, campaign_key=None, tracking_key=None, utm_source=None, utm_medium=None, \
        utm_campaign=None, utm_term=None, utm_content=None, query=None, host=None)"
    )]
    pub(crate) fn product<'py>(py: Python<'py>, options: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        told(py, "urls.product", named(options)?, product_of)
    }

    /// Makes an upgrade link from the template that the API answers as `upgrade_url`.
    ///
    /// The result has `url`, `shown` for logs, and `notes`.
    ///
    /// - `order_ids`: the orders to upgrade, in a list.
    #[pyfunction]
    #[pyo3(
        signature = (template=None, **options),
        text_signature = "(template, *, order_ids)"
    )]
    pub(crate) fn upgrade<'py>(
        py: Python<'py>,
        template: Option<&Bound<'py, PyAny>>,
        options: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        told(py, "urls.upgrade", about("template", template, options)?, upgrade_of)
    }

    /// Adds the parameter of test payments to a link of the service. Whoever holds the link buys without paying.
    ///
    /// The result has `url`, `shown` for logs, and `notes`.
    ///
    /// - `get_param_name`, `testpay_key`: as `getTestpayKey` answers them.
    #[pyfunction]
    #[pyo3(
        signature = (url=None, **options),
        text_signature = "(url, *, get_param_name, testpay_key)"
    )]
    pub(crate) fn testpay<'py>(
        py: Python<'py>,
        url: Option<&Bound<'py, PyAny>>,
        options: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        told(py, "urls.testpay", about("url", url, options)?, testpay_of)
    }

    /// Makes the address of a thank-you page, in which the service fills placeholders such as `[ORDER_ID]`.
    ///
    /// The result has `url`, `placeholders` and `notes`.
    ///
    /// - `query`: parameters by name, whose values may be placeholders.
    #[pyfunction]
    #[pyo3(
        signature = (url=None, **options),
        text_signature = "(url, *, query=None)"
    )]
    pub(crate) fn thankyou<'py>(
        py: Python<'py>,
        url: Option<&Bound<'py, PyAny>>,
        options: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        told(py, "urls.thankyou", about("url", url, options)?, thankyou_of)
    }

    /// Looks at a template of a postback, with placeholders such as `{cid}`.
    ///
    /// The result has `url`, `placeholders` and `notes`, which name those that nobody knows.
    #[pyfunction]
    #[pyo3(
        signature = (url=None, **options),
        text_signature = "(url)"
    )]
    pub(crate) fn postback<'py>(
        py: Python<'py>,
        url: Option<&Bound<'py, PyAny>>,
        options: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        told(py, "urls.postback", about("url", url, options)?, postback_of)
    }

    /// Tells what the shape of an order id tells, never whether there is such an order.
    ///
    /// The result has `verdict` (`known`, `tolerated`, `other` or `empty`), `suggestion` and `notes`.
    #[pyfunction]
    #[pyo3(
        signature = (text=None, **options),
        text_signature = "(text)"
    )]
    pub(crate) fn order_id<'py>(
        py: Python<'py>,
        text: Option<&Bound<'py, PyAny>>,
        options: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        told(py, "urls.order_id", about("text", text, options)?, order_id_of)
    }

    /// Tells what the shape of the number of a product tells. The result is that of `order_id`.
    #[pyfunction]
    #[pyo3(
        signature = (text=None, **options),
        text_signature = "(text)"
    )]
    pub(crate) fn product_id<'py>(
        py: Python<'py>,
        text: Option<&Bound<'py, PyAny>>,
        options: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        told(py, "urls.product_id", about("text", text, options)?, product_id_of)
    }

    /// Tells what the shape of the name of an affiliate tells. The result is that of `order_id`.
    #[pyfunction]
    #[pyo3(
        signature = (text=None, **options),
        text_signature = "(text)"
    )]
    pub(crate) fn affiliate<'py>(
        py: Python<'py>,
        text: Option<&Bound<'py, PyAny>>,
        options: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        told(py, "urls.affiliate", about("text", text, options)?, affiliate_of)
    }

    /// Tells what the shape of a campaign key or a tracking key tells. The result is that of `order_id`.
    #[pyfunction]
    #[pyo3(
        signature = (text=None, **options),
        text_signature = "(text)"
    )]
    pub(crate) fn key<'py>(
        py: Python<'py>,
        text: Option<&Bound<'py, PyAny>>,
        options: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        told(py, "urls.key", about("text", text, options)?, key_of)
    }

    /// Looks at the parameters of `create_buy_url` before they are sent: what contradicts itself, what the service is known to
    /// refuse, and every payment there will be.
    ///
    /// The result has `ok`, `parameters`, `findings` (`severity`, `path`, `word` and `text` each) and `preview`.
    ///
    /// - `starts_on`: the day of the order, for the days of the preview.
    /// - `payments`: how many to list at most; 12 of a subscription without it.
    /// - `month_end`: after a month without the day, the next payment is back on it (`return`, the default) or not (`stay`).
    /// - `record`: the payment plan that the rest is taken from, as `list_payment_plans` answers it.
    #[pyfunction]
    #[pyo3(
        signature = (parameters=None, **options),
        text_signature = "(parameters, *, starts_on=None, payments=None, month_end=None, record=None)"
    )]
    pub(crate) fn buy_url<'py>(
        py: Python<'py>,
        parameters: Option<&Bound<'py, PyAny>>,
        options: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        told(py, "urls.buy_url", about("parameters", parameters, options)?, buy_url_of)
    }

    /// Looks at the parameters of `create_paymentplan`, or of `update_paymentplan` where there is a `paymentplan_id`, before they
    /// are sent. It takes and gives what `buy_url` does.
    #[pyfunction]
    #[pyo3(
        signature = (parameters=None, **options),
        text_signature = "(parameters, *, starts_on=None, payments=None, month_end=None, record=None)"
    )]
    pub(crate) fn payment_plan<'py>(
        py: Python<'py>,
        parameters: Option<&Bound<'py, PyAny>>,
        options: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        told(py, "urls.payment_plan", about("parameters", parameters, options)?, payment_plan_of)
    }
}
