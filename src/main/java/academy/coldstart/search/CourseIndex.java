package academy.coldstart.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import academy.coldstart.course.Course;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The passages of the course by their words. The index is made in memory when somebody
 * looks for something for the first time, as the course does not change while it is
 * shown.
 */
@Component
public class CourseIndex {

	private static final int MOST = 20;

	private final Analyzer analyzer = new Words();

	private final Excerpts excerpts = new Excerpts(this.analyzer);

	private final SingletonSupplier<Index> index;

	CourseIndex(Course course) {
		this.index = SingletonSupplier.of(() -> index(Passages.of(course)));
	}

	/**
	 * Find passages.
	 * @param text what somebody looks for, of any length
	 * @return the passages, the best first, at most 20
	 */
	public List<Hit> search(String text) {
		SearchQuery query = SearchQuery.parse(text);
		if (query.isEmpty()) {
			return List.of();
		}
		try {
			return search(query, this.index.obtain());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The index in memory cannot be read", ex);
		}
	}

	private List<Hit> search(SearchQuery query, Index searched) throws IOException {
		List<Hit> hits = new ArrayList<>();
		for (ScoreDoc found : searched.searcher().search(query.anywhere(), MOST).scoreDocs) {
			Passage passage = searched.passages().get(found.doc);
			hits.add(new Hit(passage.kind(), passage.title(), passage.heading(), passage.address(),
					this.excerpts.of(passage.text(), query)));
		}
		return hits;
	}

	private Index index(List<Passage> passages) {
		Directory directory = new ByteBuffersDirectory();
		try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(this.analyzer))) {
			for (Passage passage : passages) {
				writer.addDocument(document(passage));
			}
			// One segment, in which documents have the numbers of their passages.
			writer.forceMerge(1);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The index in memory cannot be written", ex);
		}
		return new Index(searcher(directory), passages);
	}

	private static IndexSearcher searcher(Directory directory) {
		try {
			return new IndexSearcher(DirectoryReader.open(directory));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The index in memory cannot be read", ex);
		}
	}

	private static Document document(Passage passage) {
		Document document = new Document();
		document.add(new TextField("title", passage.title(), Store.NO));
		document
			.add(new TextField("heading", passage.heading().isEmpty() ? passage.title() : passage.heading(), Store.NO));
		document.add(new TextField("text", passage.text(), Store.NO));
		return document;
	}

	private record Index(IndexSearcher searcher, List<Passage> passages) {
	}

}
