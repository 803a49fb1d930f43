//! Order forms, what is offered after an order, images and tools.

use digistore24::catalogue::order_forms::{
    BackgroundStyle, CreateImage, CreateOrderform, DeleteImage, DeleteOrderform, DeleteUpsells, GetImage, GetOrderform,
    GetOrderformMetas, GetUpsells, ImageData, ListConversionTools, ListImages, ListOrderforms, OrderBumpStyle,
    Orderform, OrderformData, OrderformKind, OrderformLayout, OrderformPosition, OrderformUpdateData, ShippingPosition,
    TabStyle, UpdateOrderform, UpdateUpsells,
};
use digistore24::catalogue::products::GetProduct;
use digistore24::{Map, Value};

use super::{Story, refusal, text};

fn whole_form() -> OrderformData {
    OrderformData {
        name: "Two steps".into(),
        layout: Some(OrderformLayout::Legacy),
        background_style: Some(BackgroundStyle::Blue),
        step_count: Some(2),
        shipping_position: Some(ShippingPosition::BeforeCart),
        summary_positions: Some("top,bottom".into()),
        flex_elements_order: Some("refund_waiver,order_bumper,order_summary".into()),
        tab_style: Some(TabStyle::ImageUrl),
        tab_text_1_hl: text("Address"),
        tab_text_1_sl: text("Where to"),
        tab_text_2_hl: text("Payment"),
        tab_text_2_sl: text("How"),
        tab_text_3_hl: text("Done"),
        tab_text_3_sl: text("Thanks"),
        tab_image_1_id: None,
        tab_image_2_id: None,
        tab_image_3_id: None,
        tab_image_1_url: text("https://www.example.com/1.png"),
        tab_image_2_url: text("https://www.example.com/2.png"),
        tab_image_3_url: text("https://www.example.com/3.png"),
        order_bump_style: Some(OrderBumpStyle::Dashed),
        orderbump_product_id: Some("515153".into()),
        orderbump_headline: text("And a paintbox?"),
        orderbump_html: text("<b>New</b>"),
        orderbump_position: Some(OrderformPosition::BeforePayPlan),
        refund_waiver_position: Some(OrderformPosition::AfterPayButton),
        custom_css: text("body { color: teal }"),
    }
}

fn get(story: &mut Story, id: &str) -> Orderform {
    story.call(GetOrderform { orderform_id: id.into() }).orderform().unwrap().unwrap()
}

fn image(story: &mut Story, usage: Option<&str>) -> String {
    let data = ImageData {
        name: "Brushes".into(),
        image_dash_url: "https://www.example.com/brushes.PNG?size=2".into(),
        usage_type: usage.map(str::to_owned),
        alt_tag: text("Three brushes"),
    };
    story.call(CreateImage { data }).image_id().unwrap().unwrap()
}

#[test]
fn every_property_of_an_order_form_comes_back() {
    let mut story = Story::new();
    let images = [(); 3].map(|()| image(&mut story, Some("orderform_widget_tab")));
    let data = OrderformData {
        tab_image_1_id: Some(images[0].as_str().into()),
        tab_image_2_id: Some(images[1].as_str().into()),
        tab_image_3_id: Some(images[2].as_str().into()),
        ..whole_form()
    };
    let id = story.call(CreateOrderform { data: data.clone() }).orderform_id().unwrap().unwrap();
    let form = get(&mut story, &id);
    assert_eq!(form.id().unwrap().as_deref(), Some(&*id));
    assert_eq!(form.layout().unwrap(), Some(OrderformKind::Legacy));
    assert_eq!(form.flex_elements_order().unwrap().unwrap(), ["refund_waiver", "order_bumper", "order_summary"]);
    let sent = digistore24::Wire::value(data).unwrap();
    let Value::Map(sent) = sent else { panic!("a group") };
    assert_eq!(sent.len(), 27);
    for (name, value) in sent {
        assert_eq!(form.get(&name).map(Value::from), Some(value), "{name}");
    }

    let listed = story.call(ListOrderforms { layout: None }).orderforms().unwrap().unwrap();
    assert_eq!((listed.len(), listed[0].name().unwrap()), (1, text("Two steps")));
    assert!(listed[0].raw_field("custom_css").is_none(), "lists have less");
    let legacy = story.call(ListOrderforms { layout: Some(OrderformKind::Legacy) });
    assert_eq!(legacy.layout().unwrap(), Some(OrderformKind::Legacy));
    assert_eq!(legacy.orderforms().unwrap().unwrap().len(), 1);
    let widget = story.call(ListOrderforms { layout: Some(OrderformKind::Widget) });
    assert!(widget.orderforms().unwrap().unwrap().is_empty());
}

#[test]
fn an_order_form_changes_and_goes() {
    let mut story = Story::new();
    let plain = OrderformData { name: "Plain".into(), ..OrderformData::default() };
    let id = story.call(CreateOrderform { data: plain }).orderform_id().unwrap().unwrap();
    assert_eq!(get(&mut story, &id).layout().unwrap(), Some(OrderformKind::Widget), "unless told otherwise");
    let field = Map::from([("name".to_owned(), Value::from("shirt"))]);
    let data = OrderformUpdateData {
        name: text("Plainer"),
        step_count: Some(3),
        product_id: Some("515151".into()),
        paymentplan_id: Some("610001".into()),
        is_active: Some(true),
        is_default: Some(false),
        theme: text("calm"),
        language: text("en"),
        custom_js: text("1;"),
        custom_html: text("<hr>"),
        custom_fields: Some(vec![field.clone()]),
        upsell_settings: Some(field),
        ..OrderformUpdateData::default()
    };
    let update = UpdateOrderform { orderform_id: id.as_str().into(), data };
    story.sandbox.advance(std::time::Duration::from_secs(1));
    assert_eq!(story.call(update.clone()).is_modified().unwrap(), Some(true));
    assert_eq!(story.call(update).is_modified().unwrap(), Some(false), "the second time nothing changes");
    let form = get(&mut story, &id);
    assert_eq!(form.name().unwrap(), text("Plainer"));
    assert_eq!(form.step_count().unwrap(), Some(3));
    assert_eq!(form.created_at().unwrap().unwrap().to_string(), "2026-10-05T14:00:00+02:00");
    assert_eq!(form.modified_at().unwrap().unwrap().to_string(), "2026-10-05T14:00:01+02:00");
    for (name, raw) in [
        ("product_id", r#""515151""#),
        ("paymentplan_id", r#""610001""#),
        ("is_active", r#""Y""#),
        ("is_default", r#""N""#),
        ("theme", r#""calm""#),
        ("language", r#""en""#),
        ("custom_js", r#""1;""#),
        ("custom_html", r#""<hr>""#),
        ("custom_fields", r#"[{"name":"shirt"}]"#),
        ("upsell_settings", r#"{"name":"shirt"}"#),
    ] {
        assert_eq!(form.raw_field(name), Some(raw), "{name}");
    }

    let with_form = |id: &str| {
        let data = Value::from([("orderform_id", Value::from(id))]);
        Value::from([("product_id", "515151".into()), ("data", data)])
    };
    story.raw("updateProduct", with_form(&id)).unwrap();
    assert_eq!(refusal(story.raw("updateProduct", with_form("1"))).0, Some(4));
    let product = |story: &mut Story| story.call(GetProduct { product_id: "515151".into(), show_deleted: None });
    assert_eq!(product(&mut story).orderform_id().unwrap().as_deref(), Some(&*id));
    let delete = DeleteOrderform { orderform_id: id.as_str().into() };
    story.call(delete.clone());
    assert_eq!(product(&mut story).orderform_id().unwrap(), text(""));
    assert_eq!(refusal(story.try_call(delete)).0, Some(4));
    assert_eq!(refusal(story.try_call(GetOrderform { orderform_id: id.into() })).0, Some(4));
}

#[test]
fn what_is_wrong_with_an_order_form_is_told() {
    let mut story = Story::new();
    let mut told = |data: OrderformData| refusal(story.try_call(CreateOrderform { data })).0;
    let none = || Some("NONE".into());
    assert_eq!(told(OrderformData { tab_image_2_id: none(), ..whole_form() }), Some(4));
    assert_eq!(told(OrderformData { orderbump_product_id: Some("1".into()), ..whole_form() }), Some(4));
    for blocks in ["order_bumper,order_summary", "order_bumper,order_summary,order_summary", "a,b,c"] {
        assert_eq!(told(OrderformData { flex_elements_order: Some(blocks.into()), ..whole_form() }), Some(3));
    }
    assert!(story.call(ListOrderforms { layout: None }).orderforms().unwrap().unwrap().is_empty());
    let id = story.call(CreateOrderform { data: whole_form() }).orderform_id().unwrap().unwrap();
    let update = |id: &str, data| UpdateOrderform { orderform_id: id.into(), data };
    let plan = OrderformUpdateData { paymentplan_id: Some("1".into()), ..OrderformUpdateData::default() };
    assert_eq!(refusal(story.try_call(update(&id, plan.clone()))).1, "Not found: 1");
    assert_eq!(refusal(story.try_call(update("99", plan))).1, "Not found: 99");
    let data = Value::from([("data", Value::from([("name", "R".into()), ("layout", "responsive".into())]))]);
    assert_eq!(refusal(story.raw("createOrderform", data)).1, "Invalid value for argument: data[layout]");
}

#[test]
fn the_values_of_order_forms_are_explained() {
    let mut story = Story::new();
    let tab = image(&mut story, Some("orderform_widget_tab"));
    let options = story.call(GetOrderformMetas {}).options().unwrap().unwrap();
    let codes = |map: Option<Vec<(String, String)>>| map.unwrap().into_iter().map(|(code, _)| code).collect::<Vec<_>>();
    assert_eq!(codes(options.tab_style().unwrap()), ["bigtabs", "image", "image_url"]);
    assert_eq!(codes(options.step_count().unwrap()), ["1", "2", "3"]);
    let orders = codes(options.flex_elements_order().unwrap());
    assert_eq!(orders.len(), 6);
    for order in orders {
        let data = OrderformData { flex_elements_order: Some(order.as_str().into()), ..whole_form() };
        story.call(CreateOrderform { data });
    }
    assert_eq!(options.product().unwrap().unwrap()[0], ("515151".to_owned(), "Watercolour for beginners".to_owned()));
    let images = options.image().unwrap().unwrap();
    assert_eq!(images.orderform_widget_tab().unwrap().unwrap(), [(tab, "Brushes".to_owned())]);
    assert!(images.orderform_header().unwrap().unwrap().is_empty());
}

#[test]
fn upsells_are_a_tree_of_answers() {
    let mut story = Story::new();
    let tree = |story: &mut Story| {
        let answer = story.call(GetUpsells { product_id: "515151".into() });
        assert_eq!(answer.product_id().unwrap(), text("515151"));
        answer.upsells().unwrap().unwrap()
    };
    let update = |product: &str, places: &[(&str, &str)]| UpdateUpsells {
        product_id: product.into(),
        data: places.iter().map(|(place, id)| ((*place).to_owned(), (*id).into())).collect(),
    };
    assert!(tree(&mut story).is_empty());
    let places = [("y", "515153"), ("yn", "515154"), ("ynnny", "515152"), ("yy", "515152")];
    assert_eq!(story.call(update("515151", &places)).is_modified().unwrap(), Some(true));
    assert_eq!(story.call(update("515151", &places)).is_modified().unwrap(), Some(false));
    let owned = |(place, id): (&str, &str)| (place.to_owned(), id.to_owned());
    assert_eq!(tree(&mut story), places.map(owned));
    story.call(update("515151", &places[..1]));
    assert_eq!(tree(&mut story), [owned(places[0])], "the whole tree is replaced");

    for place in ["n", "yx", "yyyyyy", "Y"] {
        let (code, message, _) = refusal(story.try_call(update("515151", &[(place, "515153")])));
        assert_eq!((code, message), (Some(3), format!("Invalid value for argument: data[{place}]")));
    }
    assert_eq!(refusal(story.try_call(update("515151", &[("y", "1")]))).0, Some(4));
    assert_eq!(refusal(story.try_call(update("1", &places))).0, Some(4));
    assert_eq!(tree(&mut story).len(), 1, "a refused call changes nothing");

    let delete = DeleteUpsells { product_id: "515151".into() };
    assert_eq!(story.call(delete.clone()).is_modified().unwrap(), Some(true));
    assert_eq!(story.call(delete).is_modified().unwrap(), Some(false));
    assert!(tree(&mut story).is_empty());
}

#[test]
fn images_are_kept_by_what_they_are_for() {
    let mut story = Story::new();
    let (header, product) = (image(&mut story, Some("orderform_header")), image(&mut story, None));
    assert_ne!(header, product);
    let list =
        |story: &mut Story, usage: &str| story.call(ListImages { usage_type: usage.into() }).images().unwrap().unwrap();
    let headers = list(&mut story, "orderform_header");
    assert_eq!(headers.len(), 1);
    assert_eq!(headers[0].id().unwrap().as_deref(), Some(&*header));
    assert_eq!(headers[0].name().unwrap(), text("Brushes"));
    assert_eq!(headers[0].alt_tag().unwrap(), text("Three brushes"));
    assert_eq!(headers[0].usage_type().unwrap(), text("orderform_header"));
    assert_eq!(headers[0].file_extension().unwrap(), text("png"));
    assert!(headers[0].width().unwrap() > Some(0));
    assert_eq!(list(&mut story, "product").len(), 1, "unless told otherwise");

    let alone = story.call(GetImage { image_id: header.as_str().into() }).image().unwrap().unwrap();
    assert_eq!(alone.url().unwrap(), headers[0].url().unwrap());
    assert_eq!(alone.r#type().unwrap(), text("orderform_header"));
    let properties = alone.properties().unwrap().unwrap();
    assert_eq!(properties.get("alt_tag").and_then(Value::as_str), Some("Three brushes"));

    let data = OrderformData { tab_image_1_id: Some(header.as_str().into()), ..whole_form() };
    let form = story.call(CreateOrderform { data }).orderform_id().unwrap().unwrap();
    let delete = DeleteImage { image_id: header.as_str().into() };
    story.call(delete.clone());
    assert_eq!(get(&mut story, &form).tab_image_1_id().unwrap(), text(""), "forgotten where it was used");
    assert!(list(&mut story, "orderform_header").is_empty());
    assert_eq!(refusal(story.try_call(delete)).0, Some(4));
    assert_eq!(refusal(story.try_call(GetImage { image_id: header.into() })).0, Some(4));

    let data =
        ImageData { name: "X".into(), image_dash_url: "http://www.example.com/x".into(), ..ImageData::default() };
    assert!(refusal(story.try_call(CreateImage { data })).1.starts_with("Please only use secure URLs"));
}

#[test]
fn tools_come_by_kind() {
    let mut story = Story::new();
    let tools = story.call(ListConversionTools { r#type: "smartupgrade,countdown".into() });
    assert_eq!(tools.smartupgrades().unwrap().unwrap().len(), 1);
    assert_eq!(tools.countdowns().unwrap().map(|rows| rows.len()), Some(0));
    assert!(tools.trust_badges().unwrap().is_none(), "nobody asked");
    let (code, message, _) = refusal(story.try_call(ListConversionTools { r#type: "hammer".into() }));
    assert_eq!((code, message.as_str()), (Some(3), "Invalid value for argument: type"));
}
