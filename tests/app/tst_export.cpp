// moc 6.4 cannot read the standard headers of core unless Qt's come first.
#include <QBuffer>
#include <QImage>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QTest>
#include <QXmlStreamReader>

#include "canvas/export_painter.h"

#include "tst_canvas_sample.h"

using namespace drawbridge;
using namespace drawbridge::canvas;

class TstExport : public QObject
{
    Q_OBJECT

    /// Names that a careless writer would break at.
    static graph::Picture wildPicture()
    {
        graph::Picture picture = test::samplePicture();
        graph::NodeShape &node = test::nodeOf(picture, "shop/api");
        node.node.title = "<b>&\"api\"</b>\x01\x1b]]>";
        node.node.labels = "app=\xff\xfe";
        picture.arrows[0].arrow.label = "TCP <&>";
        picture.frames[1].frame.title = "</title><script>alert(1)</script>";
        return picture;
    }

    static ExportOptions titled(const char *title)
    {
        ExportOptions options;
        options.title = QString::fromUtf8(title);
        return options;
    }

    static QString textOf(const QByteArray &bytes)
    {
        QXmlStreamReader reader(bytes);
        QString text;
        while (!reader.atEnd()) {
            if (reader.readNext() == QXmlStreamReader::Characters)
                text += reader.text();
        }
        return reader.hasError() ? "error: " + reader.errorString() : text;
    }

private slots:
    void svgIsWellFormed()
    {
        const QByteArray bytes =
            svg(wildPicture(), CanvasPalette::light(), titled("a <&\"> title\x02"));
        QXmlStreamReader reader(bytes);
        int titles = 0;
        while (!reader.atEnd()) {
            if (reader.readNext() != QXmlStreamReader::StartElement)
                continue;
            const QString name = reader.name().toString();
            QVERIFY2(QStringList({"svg", "title", "style", "g", "path", "text"}).contains(name),
                     qPrintable(name));
            titles += name == "title" ? 1 : 0;
            for (const QXmlStreamAttribute &attribute : reader.attributes())
                QVERIFY(!attribute.name().contains(QString("href")));
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QCOMPARE(titles, 1 + 6 + 4 + 2);
        QVERIFY(!bytes.contains("<image"));
        QVERIFY(!bytes.contains("<script"));
        QVERIFY(!bytes.contains('\x01') && !bytes.contains('\x1b') && !bytes.contains('\x02'));
        QSvgRenderer renderer(bytes);
        QVERIFY(renderer.isValid());
    }

    void svgHoldsRealText()
    {
        const QString text =
            textOf(svg(wildPicture(), CanvasPalette::light(), titled("shop & co")));
        for (const char *words : {"shop & co", "<b>&\"api\"</b>]]>", "TCP 5432", "half open",
                                  "gateway", "Internet", "frontend does not admit it"})
            QVERIFY2(text.contains(words), words);
    }

    void svgIsTheSameTwice()
    {
        for (const CanvasPalette &palette : {CanvasPalette::light(), CanvasPalette::dark()}) {
            const QByteArray first = svg(test::samplePicture(), palette, titled("t"));
            QGuiApplication::setFont(QFont("DejaVu Serif", 31));
            QCOMPARE(svg(test::samplePicture(), palette, titled("t")), first);
        }
    }

    void svgOfNothing()
    {
        QSvgRenderer renderer(svg({}, CanvasPalette::light(), {}));
        QVERIFY(renderer.isValid());
    }

    void pngHasTheSizeOfThePicture()
    {
        QBuffer buffer;
        QVERIFY(buffer.open(QIODevice::ReadWrite));
        QVERIFY(png(test::samplePicture(), CanvasPalette::light(), 2, buffer));
        const QImage image = QImage::fromData(buffer.data(), "PNG");
        const QSizeF size = exportSize(test::samplePicture(), {});
        QCOMPARE(image.size(), (size * 2).toSize());
        QCOMPARE(image.pixelColor(2, 2), CanvasPalette::light().background);
        const ExportOptions clear{false, 24, {}};
        QCOMPARE(canvas::image(test::samplePicture(), CanvasPalette::light(), 1, clear)
                     .pixelColor(2, 2)
                     .alpha(),
                 0);
    }

    void restIsLeftOutWhenCalledOff()
    {
        const qsizetype whole = svg(test::samplePicture(), CanvasPalette::light(), {}).size();
        ExportOptions options;
        int asked = 0;
        options.isCalledOff = [&asked] { return ++asked > 3; };
        const QByteArray part = svg(test::samplePicture(), CanvasPalette::light(), options);
        QVERIFY2(part.size() < whole * 3 / 4, qPrintable(QString::number(part.size())));
        asked = -10'000;
        QCOMPARE(svg(test::samplePicture(), CanvasPalette::light(), options).size(), whole);
    }

    void pngIsClamped()
    {
        graph::Picture picture = test::samplePicture();
        test::nodeOf(picture, "shop/db").rect.x = 60000;
        const QImage wide = canvas::image(picture, CanvasPalette::light(), 4);
        QVERIFY(!wide.isNull());
        QVERIFY(wide.width() <= 16384 && wide.width() > 16000);
        test::nodeOf(picture, "shop/db").rect.y = 60000;
        const QImage large = canvas::image(picture, CanvasPalette::light(), 1e9);
        QVERIFY(qint64(large.width()) * large.height() <= 100'000'000);
        QVERIFY(!canvas::image(picture, CanvasPalette::light(), std::nan("")).isNull());
    }

    void pdfIsOnePage()
    {
        QBuffer buffer;
        QVERIFY(buffer.open(QIODevice::ReadWrite));
        ExportOptions options;
        options.title = "shop";
        QVERIFY(pdf(test::samplePicture(), CanvasPalette::light(), buffer, options));
        const QByteArray bytes = buffer.data();
        QVERIFY(bytes.startsWith("%PDF"));
        QVERIFY(bytes.contains("/Count 1"));
        const QRegularExpression box(R"(/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\])");
        const QRegularExpressionMatch match = box.match(QString::fromLatin1(bytes));
        QVERIFY(match.hasMatch());
        const QSizeF size = exportSize(test::samplePicture(), options);
        QVERIFY(std::abs(match.captured(1).toDouble() - size.width() * 0.75) < 2);
        QVERIFY(std::abs(match.captured(2).toDouble() - size.height() * 0.75) < 2);
    }

    void svgLooksLikeThePng()
    {
        const QImage painted = canvas::image(test::samplePicture(), CanvasPalette::light(), 1);
        QImage drawn(painted.size(), QImage::Format_ARGB32_Premultiplied);
        drawn.fill(Qt::black);
        QSvgRenderer renderer(svg(test::samplePicture(), CanvasPalette::light(), {}));
        QCOMPARE(renderer.defaultSize(), painted.size());
        QPainter painter(&drawn);
        renderer.render(&painter);
        painter.end();
        int different = 0;
        for (int y = 0; y < painted.height(); ++y) {
            for (int x = 0; x < painted.width(); ++x) {
                if (std::abs(qGray(painted.pixel(x, y)) - qGray(drawn.pixel(x, y))) > 40)
                    ++different;
            }
        }
        // Text is set in another font and fitted by the table.
        QVERIFY(different < painted.width() * painted.height() / 60);
    }
};

QTEST_MAIN(TstExport)
#include "tst_export.moc"
